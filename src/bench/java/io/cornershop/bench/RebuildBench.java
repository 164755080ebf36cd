package io.cornershop.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.cornershop.bench.Target.AtLeast;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.projections.GapListener;
import io.cornershop.eventing.projections.RowUpdates;
import io.cornershop.eventing.projections.rebuild.MeasuredRebuild;
import io.cornershop.eventing.projections.rebuild.RebuildParts;
import io.cornershop.eventing.projections.versions.MongoRowVersions;
import io.cornershop.eventing.projections.versions.MongoViewRegistry;
import io.cornershop.eventing.store.Commit;
import io.cornershop.inventory.views.StockLevel;
import io.cornershop.inventory.views.StockLevelProjection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * A view built from a log of one-event commits, ten to a row; against a scan of the same commits
 * that writes the same documents by key, whose content the raw side knows beforehand.
 */
final class RebuildBench implements Measurement {

  private static final int EVENTS_PER_ROW = 10;
  private static final int BATCH = 500;

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public List<Result> measure(Bench bench) throws InterruptedException {
    MongoDatabase database = bench.freshDatabase("rebuild");
    OurEngine engine = bench.engine(database);
    int commits = bench.settings().backlog();
    store(engine, commits);
    RebuildParts parts =
        new RebuildParts(
            new MongoViewRegistry(database),
            new MongoRowVersions(database),
            engine.store(),
            engine.positions());
    RowUpdates<StockLevel> updates =
        new RowUpdates<>(
            new StockLevelProjection(),
            bench.sample().types(),
            bench.sample().json(),
            engine.store(),
            GapListener.NONE);
    double first = ours(parts, updates, commits);
    Document row = database.getCollection(StockLevelProjection.NAME + "_v2").find().first();
    System.out.printf("  cold: %,.0f commits/s%n", first);
    theirs(database, row, commits);
    Rounds rounds =
        Rounds.of(
            bench.settings().rounds(),
            () -> ours(parts, updates, commits),
            () -> theirs(database, row, commits));
    String line = "rebuild from %,d commits".formatted(commits);
    return List.of(rounds.named(line, "commits/s", new AtLeast(0.7)));
  }

  private static void store(OurEngine engine, int commits) {
    CommandHandler handler = engine.handler(commit -> number(engine, commit));
    List<String> products =
        Stream.generate(Sample::newId).limit(Math.ceilDiv(commits, EVENTS_PER_ROW)).toList();
    for (int i = 0; i < commits; i++) {
      handler.handle(Sample.command(products.get(i % products.size())), Sample.context());
    }
  }

  private static void number(OurEngine engine, Commit commit) {
    engine.positions().append(List.of(engine.positions().head().next(commit)));
  }

  private static double ours(RebuildParts parts, RowUpdates<StockLevel> updates, int commits)
      throws InterruptedException {
    long start = System.nanoTime();
    Workers.ours().runAll(1, () -> MeasuredRebuild.build(parts, updates));
    return commits * 1e9 / (System.nanoTime() - start);
  }

  private static double theirs(MongoDatabase database, Document row, int commits)
      throws InterruptedException {
    MongoCollection<Document> rows =
        database
            .getCollection("raw_rows_" + Sample.newId())
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    long start = System.nanoTime();
    Workers.raw().runAll(1, () -> scan(database, rows, row));
    return commits * 1e9 / (System.nanoTime() - start);
  }

  private static void scan(MongoDatabase database, MongoCollection<Document> rows, Document row) {
    Map<String, Document> changed = new LinkedHashMap<>();
    int read = 0;
    for (Document commit : database.getCollection("commits").find().batchSize(BATCH)) {
      String id = commit.getString("aggregateId");
      changed.put(id, new Document(row).append("_id", id));
      read++;
      if (read % BATCH == 0) {
        write(rows, changed);
      }
    }
    write(rows, changed);
  }

  private static void write(MongoCollection<Document> rows, Map<String, Document> changed) {
    if (!changed.isEmpty()) {
      rows.bulkWrite(
          changed.entrySet().stream()
              .map(
                  entry ->
                      new ReplaceOneModel<>(
                          new Document("_id", entry.getKey()),
                          entry.getValue(),
                          new ReplaceOptions().upsert(true)))
              .toList(),
          new BulkWriteOptions().ordered(false));
      changed.clear();
    }
  }
}
