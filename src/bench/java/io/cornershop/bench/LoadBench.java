package io.cornershop.bench;

import com.mongodb.client.MongoDatabase;
import io.cornershop.bench.Target.AtLeast;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.StreamHead;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Loads aggregates of 20 events, stored in as many commits, by a loader that has seen nothing;
 * against one find of the same documents, whose ids the raw side knows beforehand.
 */
final class LoadBench implements Measurement {

  private static final int AGGREGATES = 100;
  private static final int EVENTS = 20;

  @Override
  public String name() {
    return "load";
  }

  @Override
  public List<Result> measure(Bench bench) throws InterruptedException {
    MongoDatabase database = bench.freshDatabase("load");
    OurEngine engine = bench.engine(database);
    RawStore raw = bench.rawStore(database);
    List<StreamId> streams = Stream.generate(() -> stored(engine)).limit(AGGREGATES).toList();
    Supplier<Runnable> loading = () -> inTurns(streams, stream -> load(bench, engine, stream));
    Supplier<Runnable> reading = () -> inTurns(streams, stream -> read(raw, stream));
    Duration round = bench.settings().round();
    Workers.ours().rate(1, loading, bench.settings().warmUp());
    Workers.raw().rate(1, reading, bench.settings().warmUp());
    Rounds rounds =
        Rounds.of(
            bench.settings().rounds(),
            () -> Workers.ours().rate(1, loading, round),
            () -> Workers.raw().rate(1, reading, round));
    return List.of(rounds.named("load of 20 events, cold", "loads/s", new AtLeast(0.7)));
  }

  private static StreamId stored(OurEngine engine) {
    StreamHead head = StreamHead.empty(Sample.newStream());
    for (int i = 0; i < EVENTS; i++) {
      head = engine.append(head).head();
    }
    return head.stream();
  }

  private interface Visit {
    void of(StreamId stream);
  }

  private static Runnable inTurns(List<StreamId> streams, Visit visit) {
    return new Runnable() {
      private int next;

      @Override
      public void run() {
        visit.of(streams.get(next));
        next = (next + 1) % streams.size();
      }
    };
  }

  private static void load(Bench bench, OurEngine engine, StreamId stream) {
    long sequence = engine.coldLoader().load(bench.sample().stock(), stream).head().sequence();
    requireAll(sequence);
  }

  private static void read(RawStore raw, StreamId stream) {
    List<String> ids =
        LongStream.rangeClosed(1, EVENTS).mapToObj(n -> Commit.idOf(stream, n)).toList();
    requireAll(raw.read(ids).size());
  }

  private static void requireAll(long found) {
    if (found != EVENTS) {
      throw new IllegalStateException("Found " + found + " events instead of " + EVENTS);
    }
  }
}
