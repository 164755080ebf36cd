package io.cornershop.bench;

import io.cornershop.bench.Target.AtLeast;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.consuming.ConsumingObserver;
import io.cornershop.eventing.consuming.channels.MeasuredChannel;
import io.cornershop.eventing.store.CommitListener;
import io.cornershop.observability.metrics.ConsumingMetrics;
import io.cornershop.observability.metrics.Meters;
import io.cornershop.observability.metrics.StoreMetrics;
import io.cornershop.observability.metrics.TestMeters;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What counting and tracing cost: the same engine with and without, in turns; both sides are ours.
 * The registry is the one that the server has.
 */
final class MeteringBench implements Measurement {

  private static final AtLeast AT_LEAST = new AtLeast(0.9);
  private static final int ROUNDS = 10;
  private static final int CALLERS = 32;
  private static final int WRITERS = 8;

  @Override
  public String name() {
    return "metering";
  }

  @Override
  public List<Result> measure(Bench bench) throws InterruptedException {
    TestMeters counted = TestMeters.usual();
    Result commands = commands(bench, new StoreMetrics(counted.meters));
    bench.dropDatabases();
    int records = bench.settings().backlog();
    try (ConsumedTopic topic = ConsumedTopic.filled(bench, records)) {
      Result consuming = consuming(bench, topic, new ConsumingMetrics(counted.meters));
      return Stream.concat(Stream.of(commands, consuming), wholeWay(bench, counted.meters).stream())
          .toList();
    }
  }

  /** Command, publish, consume, view: one platform, on which the instruments change. */
  private static List<Result> wholeWay(Bench bench, Meters meters) throws InterruptedException {
    AckTimes times = new AckTimes();
    InstrumentSwitch told = new InstrumentSwitch();
    try (OurPipeline pipeline = new OurPipeline(bench, times, told.instruments())) {
      WholeWay way = new WholeWay(pipeline, times, told, bench.settings().backlog());
      Instruments counting = Instruments.counting(meters, pipeline.topic());
      Instruments both = counting.with(Tracing.spans());
      way.rate(both);
      way.rate(Instruments.NONE);
      return List.of(
          way.against(counting, "counted against not"),
          way.against(both, "counted and traced against not"));
    }
  }

  /** So many commands go in as fast as they can; a round ends when all are in the view. */
  private record WholeWay(OurPipeline pipeline, AckTimes times, InstrumentSwitch told, int count) {

    private static final Duration GLANCE = Duration.ofMillis(1);

    Result against(Instruments instruments, String what) throws InterruptedException {
      return Rounds.of(ROUNDS, () -> rate(instruments), () -> rate(Instruments.NONE))
          .named("command to view, 8 callers, " + what, "commands/s", AT_LEAST);
    }

    double rate(Instruments instruments) throws InterruptedException {
      told.set(instruments);
      CommandHandler handler = pipeline.handler(instruments);
      AtomicInteger left = new AtomicInteger(count);
      long start = System.nanoTime();
      Workers.ours()
          .runAll(
              WRITERS,
              () -> {
                while (left.getAndDecrement() > 0) {
                  pipeline.command(handler, System.nanoTime());
                }
              });
      Pause.until(() -> "everything is visible", GLANCE, times::isComplete);
      times.take();
      return count * 1e9 / (System.nanoTime() - start);
    }
  }

  private static Result commands(Bench bench, CommitListener counting) throws InterruptedException {
    Supplier<Runnable> counted = commandsTelling(bench, counting);
    Supplier<Runnable> bare = commandsTelling(bench, commit -> {});
    Duration round = bench.settings().round();
    Workers.ours().rate(CALLERS, counted, bench.settings().warmUp());
    Workers.ours().rate(CALLERS, bare, bench.settings().warmUp());
    return Rounds.of(
            ROUNDS,
            () -> Workers.ours().rate(CALLERS, counted, round),
            () -> Workers.ours().rate(CALLERS, bare, round))
        .named("commands, 32 callers, counted against not", "commands/s", AT_LEAST);
  }

  private static Supplier<Runnable> commandsTelling(Bench bench, CommitListener appended) {
    CommandHandler handler = bench.freshEngine().handler(appended);
    String hot = Sample.newId();
    return () -> () -> handler.handle(Sample.command(hot), Sample.context());
  }

  private static Result consuming(Bench bench, ConsumedTopic topic, ConsumingObserver counting)
      throws InterruptedException {
    rate(bench, topic, counting);
    rate(bench, topic, ConsumingObserver.NONE);
    return Rounds.of(
            ROUNDS,
            () -> rate(bench, topic, counting),
            () -> rate(bench, topic, ConsumingObserver.NONE))
        .named("consume and bulk write, counted against not", "events/s", AT_LEAST);
  }

  private static double rate(Bench bench, ConsumedTopic topic, ConsumingObserver observer)
      throws InterruptedException {
    Countdown countdown = new Countdown(topic.records());
    BulkWriter handler =
        new BulkWriter(new Upserts(bench.freshDatabase("rows").getCollection("rows")), countdown);
    try (MeasuredChannel channel =
        MeasuredChannel.start(
            new Sample(topic.name()).types(),
            bench.kafkaProperties(),
            topic.name(),
            handler,
            observer)) {
      return countdown.rate();
    }
  }
}
