package io.cornershop.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.cornershop.eventing.events.EventEnvelope;
import java.util.List;
import org.bson.Document;

/** What a view that costs next to nothing writes: one small document for each aggregate. */
record Upserts(MongoCollection<Document> rows) {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  void write(List<EventEnvelope> events) {
    rows.bulkWrite(events.stream().map(Upserts::upsert).toList(), UNORDERED);
  }

  private static ReplaceOneModel<Document> upsert(EventEnvelope event) {
    Document id = new Document("_id", event.stream().aggregateId());
    Document row = new Document(id).append("sequence", event.sequence());
    return new ReplaceOneModel<>(id, row.append("data", event.data()), UPSERT);
  }
}
