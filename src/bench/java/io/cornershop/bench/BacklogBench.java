package io.cornershop.bench;

import io.cornershop.bench.Target.AtLeast;
import io.cornershop.bench.Target.AtMost;
import io.cornershop.eventing.consuming.channels.MeasuredChannel;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * So many events that wait before a consumer starts for the first time: how long it takes, at which
 * rate, against the loop by hand; and the heap in use after a collection, the last quarter of the
 * events against the second one.
 */
final class BacklogBench implements Measurement {

  private static final int BACKLOGS = 25;
  private static final int MOST_ROUNDS = 3;
  private static final int SAMPLES = 40;
  private static final double BYTES_PER_MEGABYTE = 1 << 20;

  @Override
  public String name() {
    return "backlog";
  }

  @Override
  public List<Result> measure(Bench bench) throws InterruptedException {
    int records = BACKLOGS * bench.settings().backlog();
    try (ConsumedTopic topic = ConsumedTopic.filled(bench, records)) {
      ours(bench, topic, new Countdown(records));
      theirs(bench, topic);
      Rounds rates =
          Rounds.of(
              Math.min(MOST_ROUNDS, bench.settings().rounds()),
              () -> ours(bench, topic, new Countdown(records)),
              () -> theirs(bench, topic));
      Rounds times = new Rounds(seconds(records, rates.ours()), seconds(records, rates.raw()));
      String line = "%,d events before the first start".formatted(records);
      return List.of(
          rates.named(line + ", rate", "events/s", new AtLeast(0.8)),
          times.named(line + ", time", "s", new AtMost(1.25)),
          heap(bench, topic, line));
    }
  }

  private static Series seconds(int records, Series rates) {
    return new Series(rates.rounds().stream().map(rate -> records / rate).toList());
  }

  private static double ours(Bench bench, ConsumedTopic topic, Countdown countdown)
      throws InterruptedException {
    BulkWriter handler = new BulkWriter(rows(bench), countdown);
    try (MeasuredChannel channel =
        MeasuredChannel.start(
            new Sample(topic.name()).types(), bench.kafkaProperties(), topic.name(), handler)) {
      return countdown.rate();
    }
  }

  private static double theirs(Bench bench, ConsumedTopic topic) throws InterruptedException {
    Countdown countdown = new Countdown(topic.records());
    Workers.raw()
        .runAll(1, () -> RawConsumer.run(bench.kafkaProperties(), topic, rows(bench), countdown));
    return countdown.rate();
  }

  private static Upserts rows(Bench bench) {
    return new Upserts(bench.freshDatabase("rows").getCollection("rows"));
  }

  /** In a round of its own, whose rate is worth nothing: it collects again and again. */
  private static Result heap(Bench bench, ConsumedTopic topic, String line)
      throws InterruptedException {
    List<Double> used = Collections.synchronizedList(new ArrayList<>());
    int step = topic.records() / SAMPLES;
    ours(
        bench,
        topic,
        new Countdown(
            topic.records(),
            handled -> {
              while (used.size() < Math.min(SAMPLES, handled / step)) {
                used.add(usedAfterCollection());
              }
            }));
    return new Result(
        line + ", used heap after collection, last quarter against second",
        "MB",
        quarter(used, 3),
        quarter(used, 1),
        new AtMost(1.1));
  }

  private static Series quarter(List<Double> used, int number) {
    int size = SAMPLES / 4;
    return new Series(used.subList(number * size, (number + 1) * size));
  }

  private static double usedAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MEGABYTE;
  }
}
