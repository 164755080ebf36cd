package io.cornershop.eventing.privacy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.privacy.SubjectKeys.Entry.Destroyed;
import io.cornershop.eventing.privacy.SubjectKeys.Entry.Wrapped;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Keeps keys in MongoDB: {@code subject_keys {_id: subject, key}}, without {@code key} once it is
 * destroyed. Thread-safe.
 */
public final class MongoSubjectKeys implements SubjectKeys {

  private static final String ID = "_id";
  private static final String KEY = "key";
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final MongoCollection<Document> keys;

  public MongoSubjectKeys(MongoDatabase database) {
    this.keys =
        database
            .getCollection("subject_keys")
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  @Override
  public Optional<Entry> find(String subject) {
    return guarded(() -> Optional.ofNullable(keys.find(new Document(ID, subject)).first()))
        .map(MongoSubjectKeys::read);
  }

  @Override
  public Entry add(String subject, String wrapped) {
    return guarded(
        () ->
            isInserted(new Document(ID, subject).append(KEY, wrapped))
                ? new Wrapped(wrapped)
                : find(subject).orElseThrow()); // nothing takes a document away
  }

  @Override
  public void destroy(String subject) {
    guarded(
        () ->
            isInserted(new Document(ID, subject))
                || keys.replaceOne(new Document(ID, subject), new Document(ID, subject))
                    .wasAcknowledged());
  }

  private boolean isInserted(Document entry) {
    try {
      keys.insertOne(entry);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      return false;
    }
  }

  private static Entry read(Document entry) {
    return Optional.ofNullable(entry.getString(KEY))
        .<Entry>map(Wrapped::new)
        .orElseGet(Destroyed::new);
  }

  private static <T> T guarded(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (MongoException e) {
      throw new Unavailable("The database does not answer", RETRY_AFTER, e);
    }
  }
}
