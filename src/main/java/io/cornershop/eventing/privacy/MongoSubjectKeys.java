package io.cornershop.eventing.privacy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.privacy.SubjectKeys.Entry.Destroyed;
import io.cornershop.eventing.privacy.SubjectKeys.Entry.Wrapped;
import io.cornershop.mongo.Durable;
import io.cornershop.mongo.MongoCalls;
import java.util.Optional;
import org.bson.Document;

/**
 * Keeps keys in MongoDB: {@code subject_keys {_id: subject, key}}, without {@code key} once it is
 * destroyed. Thread-safe.
 */
public final class MongoSubjectKeys implements SubjectKeys {

  private static final String ID = "_id";
  private static final String KEY = "key";

  private final MongoCollection<Document> keys;

  public MongoSubjectKeys(MongoDatabase database) {
    this.keys = Durable.database(database).getCollection("subject_keys");
  }

  @Override
  public Optional<Entry> find(String subject) {
    return MongoCalls.of(() -> Optional.ofNullable(keys.find(new Document(ID, subject)).first()))
        .map(MongoSubjectKeys::read);
  }

  @Override
  public Entry add(String subject, String wrapped) {
    return MongoCalls.of(
        () ->
            isInserted(new Document(ID, subject).append(KEY, wrapped))
                ? new Wrapped(wrapped)
                : find(subject).orElseThrow()); // nothing takes a document away
  }

  @Override
  public void destroy(String subject) {
    MongoCalls.of(
        () ->
            isInserted(new Document(ID, subject))
                || keys.replaceOne(new Document(ID, subject), new Document(ID, subject))
                    .wasAcknowledged());
  }

  private boolean isInserted(Document entry) {
    return MongoCalls.isWritten(() -> keys.insertOne(entry));
  }

  private static Entry read(Document entry) {
    return Optional.ofNullable(entry.getString(KEY))
        .<Entry>map(Wrapped::new)
        .orElseGet(Destroyed::new);
  }
}
