package io.cornershop.bench;

import com.mongodb.client.MongoDatabase;
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
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * A view built from a log of one-event commits, ten to a row: against the same work by hand and two
 * scans of the commits, see {@link RawRebuild}.
 */
final class RebuildBench implements Measurement {

  private static final int EVENTS_PER_ROW = 10;
  private static final int BACKLOGS = 3;
  private static final int WRITERS = 8;

  /** What is rebuilt. */
  private record Subject(
      MongoDatabase database, RebuildParts parts, RowUpdates<StockLevel> updates, int commits) {}

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public List<Result> measure(Bench bench) throws InterruptedException {
    MongoDatabase database = bench.freshDatabase("rebuild");
    OurEngine engine = bench.engine(database);
    int commits = BACKLOGS * bench.settings().backlog();
    store(engine, commits);
    Subject subject =
        new Subject(database, parts(database, engine), updates(bench, engine), commits);
    System.out.printf("  cold: %,.0f commits/s%n", ours(subject));
    return List.of(
        against("by hand", bench, subject, RawRebuild::inOrder),
        against("a scan and an upsert of each commit", bench, subject, RawRebuild::upsertEach),
        against("a bare scan", bench, subject, RawRebuild::bare));
  }

  private static RebuildParts parts(MongoDatabase database, OurEngine engine) {
    return new RebuildParts(
        new MongoViewRegistry(database),
        new MongoRowVersions(database),
        engine.store(),
        engine.positions(),
        task -> Thread.ofVirtual().name("ours-reader").start(task));
  }

  private static RowUpdates<StockLevel> updates(Bench bench, OurEngine engine) {
    return new RowUpdates<>(
        new StockLevelProjection(),
        bench.sample().types(),
        bench.sample().json(),
        engine.store(),
        GapListener.NONE);
  }

  /** By threads whose names the recordings leave out. */
  private static void store(OurEngine engine, int commits) throws InterruptedException {
    CommandHandler handler = engine.handler(commit -> number(engine, commit));
    List<String> products =
        Stream.generate(Sample::newId).limit(Math.ceilDiv(commits, EVENTS_PER_ROW)).toList();
    AtomicInteger next = new AtomicInteger();
    new Workers("setup")
        .runAll(
            WRITERS,
            () -> {
              for (int i = next.getAndIncrement(); i < commits; i = next.getAndIncrement()) {
                handler.handle(Sample.command(products.get(i % products.size())), Sample.context());
              }
            });
  }

  private static void number(OurEngine engine, Commit commit) {
    synchronized (engine) {
      engine.positions().append(List.of(engine.positions().head().next(commit)));
    }
  }

  private static Result against(
      String what, Bench bench, Subject subject, Consumer<RawRebuild> byHand)
      throws InterruptedException {
    theirs(subject, byHand);
    String line = "rebuild from %,d commits, against %s".formatted(subject.commits(), what);
    return Rounds.of(bench.settings().rounds(), () -> ours(subject), () -> theirs(subject, byHand))
        .named(line, "commits/s", new AtLeast(0.7));
  }

  private static double ours(Subject subject) throws InterruptedException {
    long start = System.nanoTime();
    Workers.ours().runAll(1, () -> MeasuredRebuild.build(subject.parts(), subject.updates()));
    return subject.commits() * 1e9 / (System.nanoTime() - start);
  }

  private static double theirs(Subject subject, Consumer<RawRebuild> byHand)
      throws InterruptedException {
    String view = StockLevelProjection.NAME + "_v2";
    Document row = subject.database().getCollection(view).find().first();
    RawRebuild raw = new RawRebuild(subject.database(), row);
    long start = System.nanoTime();
    Workers.raw().runAll(1, () -> byHand.accept(raw));
    return subject.commits() * 1e9 / (System.nanoTime() - start);
  }
}
