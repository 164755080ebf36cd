package io.cornershop.bench;

import io.cornershop.bench.RawRelay.Numberable;
import io.cornershop.bench.Target.AtLeast;
import io.cornershop.eventing.publishing.EventRelay;
import io.cornershop.eventing.store.Commit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;

/**
 * A backlog of stored commits that the relay is woken for all at once, until the mark has passed
 * them; against a loop written by hand over as many commits. The raw side ends its own clock; the
 * engine's mark is looked at every few milliseconds, at the engine's expense.
 */
final class RelayBench implements Measurement {

  private static final int WRITERS = 32;
  private static final int USUAL_LINGER = 5;
  private static final Duration LOOK = Duration.ofMillis(20);

  @Override
  public String name() {
    return "relay";
  }

  @Override
  public List<Result> measure(Bench bench) throws InterruptedException {
    OurEngine engine = bench.freshEngine();
    RawStore rawStore = bench.freshRawStore();
    try (EventRelay relay = engine.activeRelay(bench.kafkaProperties());
        Producer<String, byte[]> producer = bench.kafka().producer(USUAL_LINGER)) {
      ours(bench, engine, relay);
      RawRelay raw = new RawRelay(rawStore, producer, bench.kafka().publishedByOurs());
      theirs(bench, raw);
      Rounds rounds =
          Rounds.of(
              bench.settings().rounds(),
              () -> ours(bench, engine, relay),
              () -> theirs(bench, raw));
      String line = "relay, backlog of %,d commits".formatted(bench.settings().backlog());
      return List.of(rounds.named(line, "commits/s", new AtLeast(0.7)));
    }
  }

  private static double ours(Bench bench, OurEngine engine, EventRelay relay)
      throws InterruptedException {
    long before = engine.positions().head().number();
    List<Commit> backlog = stored(bench, engine);
    long last = before + backlog.size();
    long start = System.nanoTime();
    backlog.forEach(engine.signal()::accept);
    Pause.until(
        () -> "the mark is at " + last + ", but " + relay.status(),
        LOOK,
        () -> engine.positions().published() >= last);
    double rate = backlog.size() * 1e9 / (System.nanoTime() - start);
    Pause.until("the relay rests", () -> relay.status().wakeUps() == 0);
    return rate;
  }

  /** Stores the backlog, of which no relay knows yet. */
  private static List<Commit> stored(Bench bench, OurEngine engine) throws InterruptedException {
    List<Commit> commits = Collections.synchronizedList(new ArrayList<>());
    int each = Math.ceilDiv(bench.settings().backlog(), WRITERS);
    new Workers("setup")
        .runAll(
            WRITERS,
            () -> {
              Runnable writer = engine.writer(commits::add);
              for (int i = 0; i < each; i++) {
                writer.run();
              }
            });
    return List.copyOf(commits);
  }

  private static double theirs(Bench bench, RawRelay raw) throws InterruptedException {
    List<Numberable> backlog =
        Stream.generate(Sample::newStream)
            .limit(bench.settings().backlog())
            .map(stream -> new Numberable(Commit.idOf(stream, 1), stream.aggregateId()))
            .toList();
    long start = System.nanoTime();
    Workers.raw().runAll(1, () -> raw.publish(backlog));
    return backlog.size() * 1e9 / (System.nanoTime() - start);
  }
}
