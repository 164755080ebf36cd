package io.cornershop.bench;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.cornershop.inventory.StockEvent.StockUpdated;
import io.cornershop.json.Json;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * A view of stock rebuilt by hand, in three ways, one thread. In order: what any rebuild has to do,
 * the log in its order, the commits that it names, their JSON decoded, the rows folded; one upsert
 * of each row in a batch of as many commits as ours. Bare: likewise, but the commits in whatever
 * order the server has them, nothing decoded. Each: as bare, but one upsert of each commit, in
 * bulk: what a loop does that folds nothing.
 */
final class RawRebuild {

  private static final int PAGE = 500;
  private static final int BATCH = 4_000;

  private final MongoCollection<Document> log;
  private final MongoCollection<Document> commits;
  private final MongoCollection<Document> rows;
  private final Document like;
  private final Map<String, Document> changed = new LinkedHashMap<>();
  private int read;

  /**
   * @param like a row that ours has made
   */
  RawRebuild(MongoDatabase database, Document like) {
    MongoDatabase durable =
        database
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    this.log = durable.getCollection("positions");
    this.commits = durable.getCollection("commits");
    this.rows = durable.getCollection("raw_rows_" + Sample.newId());
    this.like = like;
  }

  void inOrder() {
    List<String> page = new ArrayList<>(PAGE);
    for (Document entry :
        log.find()
            .sort(new Document("_id", 1))
            .projection(Projections.include("commit"))
            .batchSize(PAGE)) {
      page.add(entry.getString("commit"));
      if (page.size() == PAGE) {
        fold(page);
        page.clear();
      }
    }
    fold(page);
    write();
  }

  private void fold(List<String> ids) {
    Map<String, Document> found = new HashMap<>();
    commits
        .find(new Document("_id", new Document("$in", ids)))
        .projection(Projections.include("events"))
        .batchSize(PAGE)
        .forEach(commit -> found.put(commit.getString("_id"), commit));
    for (String id : ids) {
      for (Document event : found.get(id).getList("events", Document.class)) {
        if (event.getString("eventType").equals("StockUpdated")) {
          fold(event);
        }
      }
    }
    next(ids.size());
  }

  private void fold(Document event) {
    StockUpdated stock = Json.TOLERANT.readValue(event.getString("data"), StockUpdated.class);
    Document row =
        row(stock.productId().value())
            .append("onHand", stock.onHand())
            .append("reserved", stock.reserved())
            .append("available", stock.available())
            .append("updatedAt", Date.from(stock.updatedAt()))
            .append("sequence", event.getLong("sequence"));
    changed.put(stock.productId().value(), row);
  }

  void bare() {
    for (Document commit : commits.find().batchSize(PAGE)) {
      String id = commit.getString("aggregateId");
      changed.put(id, row(id));
      next(1);
    }
    write();
  }

  void upsertEach() {
    List<ReplaceOneModel<Document>> page = new ArrayList<>(PAGE);
    for (Document commit : commits.find().batchSize(PAGE)) {
      String id = commit.getString("aggregateId");
      page.add(upsert(id, row(id)));
      if (page.size() == PAGE) {
        write(page);
        page.clear();
      }
    }
    if (!page.isEmpty()) {
      write(page);
    }
  }

  private Document row(String id) {
    return new Document(like).append("_id", id);
  }

  private void next(int commitsRead) {
    read += commitsRead;
    if (read >= BATCH) {
      write();
      read = 0;
    }
  }

  private void write() {
    if (!changed.isEmpty()) {
      write(changed.entrySet().stream().map(row -> upsert(row.getKey(), row.getValue())).toList());
      changed.clear();
    }
  }

  private void write(List<ReplaceOneModel<Document>> upserts) {
    rows.bulkWrite(upserts, new BulkWriteOptions().ordered(false));
  }

  private static ReplaceOneModel<Document> upsert(String id, Document row) {
    return new ReplaceOneModel<>(new Document("_id", id), row, new ReplaceOptions().upsert(true));
  }
}
