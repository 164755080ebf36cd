package io.cornershop.bench;

import io.cornershop.bench.RawKafka.RecordTwin;
import io.cornershop.bench.Target.Within;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.publishing.EventRelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;

/**
 * From the moment a command is due to Kafka's acknowledgement of its event, at a hundred a second;
 * against the same records sent without a store. Each round gives one median and one 99th
 * percentile of each side.
 */
final class LatencyBench implements Measurement {

  private static final Schedule LOAD = new Schedule(100);
  private static final int NO_LINGER = 0;
  private static final Duration ROUND = Duration.ofSeconds(4);

  /** Before the first round, as fast as it goes: at a hundred a second no code becomes warm. */
  private static final int WARM_UP = 5_000;

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public List<Result> measure(Bench bench) throws InterruptedException {
    AckTimes times = new AckTimes();
    Map<String, Object> kafka = new HashMap<>(bench.kafkaProperties());
    kafka.putAll(AckObserver.properties(times));
    OurEngine engine = bench.freshEngine();
    CommandHandler handler = engine.handler(engine.signal());
    try (EventRelay relay = engine.activeRelay(kafka);
        Producer<String, byte[]> producer = bench.kafka().producer(NO_LINGER)) {
      Schedule.Operation ours = due -> command(handler, times, due);
      warmUp(Workers.ours(), times, ours);
      RecordTwin records = bench.kafka().publishedByOurs();
      Schedule.Operation raw = due -> send(producer, records, times, due);
      warmUp(Workers.raw(), times, raw);
      return rounds(bench.settings().rounds(), times, ours, raw);
    }
  }

  private static void command(CommandHandler handler, AckTimes times, long due) {
    String productId = Sample.newId();
    times.begin(productId, due);
    handler.handle(Sample.command(productId), Sample.context());
  }

  private static void send(
      Producer<String, byte[]> producer, RecordTwin records, AckTimes times, long due) {
    String productId = Sample.newId();
    times.begin(productId, due);
    producer.send(records.of(productId), (metadata, refused) -> times.end(productId));
  }

  private static List<Result> rounds(
      int count, AckTimes times, Schedule.Operation ours, Schedule.Operation raw)
      throws InterruptedException {
    List<Double> oursSlowest = new ArrayList<>();
    List<Double> rawSlowest = new ArrayList<>();
    Rounds medians =
        Rounds.of(
            count,
            () -> median(round(Workers.ours(), times, ours), oursSlowest),
            () -> median(round(Workers.raw(), times, raw), rawSlowest));
    return List.of(
        medians.named("command to acknowledgement at 100/s, median", "ms", new Within(5)),
        new Rounds(new Series(oursSlowest), new Series(rawSlowest))
            .named("command to acknowledgement at 100/s, 99th percentile", "ms", new Within(25)));
  }

  private static double median(Series round, List<Double> slowest) {
    slowest.add(round.quantile(0.99));
    return round.median();
  }

  private static void warmUp(Workers side, AckTimes times, Schedule.Operation operation)
      throws InterruptedException {
    side.rateOf(WARM_UP, () -> operation.run(System.nanoTime()));
    Pause.until("everything is acknowledged", times::isComplete);
    round(side, times, operation);
  }

  private static Series round(Workers side, AckTimes times, Schedule.Operation operation)
      throws InterruptedException {
    LOAD.run(side, ROUND, operation);
    Pause.until("everything is acknowledged", times::isComplete);
    return times.take();
  }
}
