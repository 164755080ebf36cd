package io.cornershop.eventing.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cornershop.mongo.Durable;
import io.cornershop.mongo.MongoCalls;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Keeps the entries in the collection {@code audit}, under their ids. Thread-safe. */
public final class MongoAuditLog implements AuditLog {

  private static final String SILENT = "The audit log does not answer";
  private static final Document LATEST_FIRST = new Document("at", -1).append("_id", -1);

  private final MongoCollection<Document> entries;
  private volatile boolean prepared;

  public MongoAuditLog(MongoDatabase database) {
    this.entries = Durable.database(database).getCollection("audit");
  }

  @Override
  public void record(AuditEntry entry) {
    MongoCalls.of(
        SILENT,
        () -> {
          prepare();
          return insert(entry);
        });
  }

  private void prepare() {
    if (!prepared) {
      entries.createIndex(LATEST_FIRST);
      prepared = true;
    }
  }

  /** False when the entry is known. */
  private boolean insert(AuditEntry entry) {
    return MongoCalls.isWritten(() -> entries.insertOne(write(entry)));
  }

  @Override
  public List<AuditEntry> latest(Optional<Place> after, int limit) {
    Document behind = after.map(MongoAuditLog::behind).orElseGet(Document::new);
    return MongoCalls.of(
            SILENT,
            () -> entries.find(behind).sort(LATEST_FIRST).limit(limit).into(new ArrayList<>()))
        .stream()
        .map(MongoAuditLog::read)
        .toList();
  }

  private static Document behind(Place place) {
    Date at = Date.from(place.at());
    Document earlier = new Document("at", new Document("$lt", at));
    Document sameTime = new Document("at", at).append("_id", new Document("$lt", place.id()));
    return new Document("$or", List.of(earlier, sameTime));
  }

  private static Document write(AuditEntry entry) {
    Document document =
        new Document("_id", entry.id())
            .append("at", Date.from(entry.at()))
            .append("who", entry.who())
            .append("action", entry.action())
            .append("target", entry.target())
            .append("correlationId", entry.correlationId());
    entry.reason().ifPresent(reason -> document.append("reason", reason));
    return document;
  }

  private static AuditEntry read(Document document) {
    return new AuditEntry(
        document.getString("_id"),
        document.getDate("at").toInstant(),
        document.getString("who"),
        document.getString("action"),
        document.getString("target"),
        document.getString("correlationId"),
        Optional.ofNullable(document.getString("reason")));
  }
}
