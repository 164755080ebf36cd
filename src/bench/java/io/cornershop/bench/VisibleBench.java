package io.cornershop.bench;

import io.cornershop.bench.Target.AtMost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * From the moment an append is due until its event is in the row that callers read, at a hundred a
 * second, through store, relay, connector and projection; against insert, send, consume and upsert
 * by hand. Each round gives one median and one 99th percentile of each side.
 */
final class VisibleBench implements Measurement {

  private static final Schedule LOAD = new Schedule(100);
  private static final Duration ROUND = Duration.ofSeconds(4);

  /** Before the first round, as fast as it goes: at a hundred a second no code becomes warm. */
  private static final int WARM_UP = 5_000;

  private static final AtMost TARGET = new AtMost(1.5);

  @Override
  public String name() {
    return "visible";
  }

  @Override
  public List<Result> measure(Bench bench) throws InterruptedException {
    AckTimes times = new AckTimes();
    try (OurPipeline pipeline = new OurPipeline(bench, times)) {
      Side ours = new Side(Workers.ours(), times, pipeline::append);
      ours.warmUp();
      return Stream.concat(
              against("by hand", bench, ours, false).stream(),
              against("by hand with numbers", bench, ours, true).stream())
          .toList();
    }
  }

  private static List<Result> against(String what, Bench bench, Side ours, boolean numbering)
      throws InterruptedException {
    AckTimes times = new AckTimes();
    try (RawPipeline byHand = new RawPipeline(bench, times, numbering)) {
      Side raw = new Side(Workers.raw(), times, byHand::append);
      raw.warmUp();
      return rounds(what, bench.settings().rounds(), ours, raw);
    }
  }

  private static List<Result> rounds(String what, int count, Side ours, Side raw)
      throws InterruptedException {
    List<Double> oursSlowest = new ArrayList<>();
    List<Double> rawSlowest = new ArrayList<>();
    Rounds medians = Rounds.of(count, () -> ours.median(oursSlowest), () -> raw.median(rawSlowest));
    Rounds slowest = new Rounds(new Series(oursSlowest), new Series(rawSlowest));
    String line = "append to visible in the view at 100/s, against %s, ".formatted(what);
    return List.of(
        medians.named(line + "median", "ms", TARGET),
        slowest.named(line + "99th percentile", "ms", TARGET));
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
