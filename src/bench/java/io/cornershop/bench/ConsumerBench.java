package io.cornershop.bench;

import io.cornershop.bench.Target.AtLeast;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.consuming.channels.MeasuredChannel;
import java.time.Duration;
import java.util.List;

/**
 * A topic full of events, consumed from the first to the last. In bulk: a handler that writes a
 * list by one bulk write, against a loop by hand that polls, decodes, writes and commits. By key: a
 * handler that takes 2.5 ms for each event, against what so many lanes could do if nothing else
 * cost anything.
 */
final class ConsumerBench implements Measurement {

  private static final AtLeast AT_LEAST = new AtLeast(0.8);
  private static final int BACKLOGS = 5;
  private static final Duration WORK = Duration.ofNanos(2_500_000);

  @Override
  public String name() {
    return "connector";
  }

  @Override
  public List<Result> measure(Bench bench) throws InterruptedException {
    int records = BACKLOGS * bench.settings().backlog();
    try (ConsumedTopic topic = ConsumedTopic.filled(bench, records)) {
      return List.of(inBulk(bench, topic), byKey(bench, topic));
    }
  }

  private static Result inBulk(Bench bench, ConsumedTopic topic) throws InterruptedException {
    ours(bench, topic);
    theirs(bench, topic);
    return Rounds.of(
            bench.settings().rounds(), () -> ours(bench, topic), () -> theirs(bench, topic))
        .named(
            "consume and bulk write, %,d events".formatted(topic.records()), "events/s", AT_LEAST);
  }

  private static double ours(Bench bench, ConsumedTopic topic) throws InterruptedException {
    Countdown countdown = new Countdown(topic.records());
    BulkWriter handler = new BulkWriter(rows(bench), countdown);
    return rate(bench, topic, handler, countdown);
  }

  private static double theirs(Bench bench, ConsumedTopic topic) throws InterruptedException {
    Countdown countdown = new Countdown(topic.records());
    Workers.raw()
        .runAll(1, () -> RawConsumer.run(bench.kafkaProperties(), topic, rows(bench), countdown));
    return countdown.rate();
  }

  private static Result byKey(Bench bench, ConsumedTopic topic) throws InterruptedException {
    double ideal = MeasuredChannel.PARALLELISM * 1e9 / WORK.toNanos();
    return Rounds.of(bench.settings().rounds(), () -> sleepers(bench, topic), () -> ideal)
        .named("handlers of 2.5 ms, 32 at a time", "events/s", AT_LEAST);
  }

  private static double sleepers(Bench bench, ConsumedTopic topic) throws InterruptedException {
    Countdown countdown = new Countdown(topic.records());
    return rate(bench, topic, new Sleeper(WORK, countdown), countdown);
  }

  private static double rate(
      Bench bench, ConsumedTopic topic, EventHandler handler, Countdown countdown)
      throws InterruptedException {
    try (MeasuredChannel channel =
        MeasuredChannel.start(
            new Sample(topic.name()).types(), bench.kafkaProperties(), topic.name(), handler)) {
      return countdown.rate();
    }
  }

  private static Upserts rows(Bench bench) {
    return new Upserts(bench.freshDatabase("rows").getCollection("rows"));
  }
}
