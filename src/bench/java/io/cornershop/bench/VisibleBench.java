package io.cornershop.bench;

import io.cornershop.bench.Target.AtMost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * From the moment an append is due until its event is in the row that callers read, at a hundred a
 * second, through store, relay, connector and projection; against insert, send, consume and upsert
 * by hand. Each round gives one median and one 99th percentile of each side.
 */
final class VisibleBench implements Measurement {

  private static final Schedule LOAD = new Schedule(100);
  private static final Duration ROUND = Duration.ofSeconds(4);

  /** Before the first round, as fast as it goes: at a hundred a second no code becomes warm. */
  private static final int WARM_UP = 1_000;

  private static final AtMost TARGET = new AtMost(1.5);

  @Override
  public String name() {
    return "visible";
  }

  @Override
  public List<Result> measure(Bench bench) throws InterruptedException {
    AckTimes ours = new AckTimes();
    AckTimes raw = new AckTimes();
    try (OurPipeline pipeline = new OurPipeline(bench, ours);
        RawPipeline byHand = new RawPipeline(bench, raw)) {
      Side oursSide = new Side(Workers.ours(), ours, pipeline::append);
      Side rawSide = new Side(Workers.raw(), raw, byHand::append);
      oursSide.warmUp();
      rawSide.warmUp();
      return rounds(bench.settings().rounds(), oursSide, rawSide);
    }
  }

  private static List<Result> rounds(int count, Side ours, Side raw) throws InterruptedException {
    List<Double> oursSlowest = new ArrayList<>();
    List<Double> rawSlowest = new ArrayList<>();
    Rounds medians = Rounds.of(count, () -> ours.median(oursSlowest), () -> raw.median(rawSlowest));
    return List.of(
        medians.named("append to visible in the view at 100/s, median", "ms", TARGET),
        new Rounds(new Series(oursSlowest), new Series(rawSlowest))
            .named("append to visible in the view at 100/s, 99th percentile", "ms", TARGET));
  }

  private record Side(Workers workers, AckTimes times, Schedule.Operation append) {

    void warmUp() throws InterruptedException {
      workers.rateOf(WARM_UP, () -> append.run(System.nanoTime()));
      Pause.until("everything is visible", times::isComplete);
      round();
    }

    double median(List<Double> slowest) throws InterruptedException {
      Series round = round();
      slowest.add(round.quantile(0.99));
      return round.median();
    }

    private Series round() throws InterruptedException {
      LOAD.run(workers, ROUND, append);
      Pause.until("everything is visible", times::isComplete);
      return times.take();
    }
  }
}
