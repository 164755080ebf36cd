package io.cornershop.eventing.store.mongo;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Snapshot;
import io.cornershop.eventing.store.Snapshots;
import io.cornershop.eventing.store.StreamHead;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/**
 * Snapshots on MongoDB, one document per stream under the stream's name. Waits for no majority: a
 * snapshot that is lost was only an abbreviation. Thread-safe.
 */
public final class MongoSnapshots implements Snapshots {

  private final MongoCollection<Document> snapshots;

  public MongoSnapshots(MongoDatabase database) {
    this.snapshots =
        database.getCollection("snapshots").withWriteConcern(WriteConcern.ACKNOWLEDGED);
  }

  @Override
  public Optional<Snapshot> find(StreamId stream) {
    return DriverAnswers.of(() -> Optional.ofNullable(snapshots.find(idOf(stream)).first()))
        .map(document -> read(document, stream));
  }

  @Override
  public void save(Snapshot snapshot) {
    DriverAnswers.of(
        () -> {
          try {
            return snapshots.replaceOne(
                idOf(snapshot.head().stream()), write(snapshot), new ReplaceOptions().upsert(true));
          } catch (MongoException e) {
            if (DriverAnswers.isDuplicateKey(e)) { // another node saved one just now, as good
              return null;
            }
            throw e;
          }
        });
  }

  private static Document idOf(StreamId stream) {
    return new Document("_id", stream.toString());
  }

  private static Document write(Snapshot snapshot) {
    StreamHead head = snapshot.head();
    return idOf(head.stream())
        .append("sequence", head.sequence())
        .append("commit", head.commitId())
        .append("hash", head.hash())
        .append("timestamp", Date.from(head.timestamp()))
        .append("epoch", snapshot.epoch())
        .append("foldVersion", snapshot.foldVersion())
        .append("state", snapshot.state());
  }

  private static Snapshot read(Document document, StreamId stream) {
    StreamHead head =
        new StreamHead(
            stream,
            document.getLong("sequence"),
            document.getString("commit"),
            document.getString("hash"),
            document.getDate("timestamp").toInstant());
    return new Snapshot(
        head,
        document.getString("epoch"),
        document.getInteger("foldVersion"),
        document.getString("state"));
  }
}
