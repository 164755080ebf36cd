package io.cornershop.bench;

import io.cornershop.bench.Target.AtLeast;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One-event appends by more and more writers, against insertOne by as many. */
final class AppendBench implements Measurement {

  private static final Map<Integer, Target> WRITERS =
      new TreeMap<>(
          Map.of(
              1, new AtLeast(0.8),
              8, new AtLeast(0.8),
              32, new AtLeast(1.2),
              128, new AtLeast(1.2)));

  @Override
  public String name() {
    return "append";
  }

  @Override
  public List<Result> measure(Bench bench) throws InterruptedException {
    List<Result> results = new ArrayList<>();
    for (Map.Entry<Integer, Target> writers : WRITERS.entrySet()) {
      Rounds rounds = rounds(bench, writers.getKey());
      String line =
          "append, %d %s".formatted(writers.getKey(), writers.getKey() == 1 ? "writer" : "writers");
      results.add(rounds.named(line, "commits/s", writers.getValue()));
      bench.dropDatabases();
    }
    return results;
  }

  private static Rounds rounds(Bench bench, int writers) throws InterruptedException {
    OurEngine engine = bench.freshEngine();
    RawStore raw = bench.freshRawStore();
    Duration round = bench.settings().round();
    Duration warmUp = bench.settings().warmUp();
    Workers.ours().rate(writers, () -> engine.writer(commit -> {}), warmUp);
    Workers.raw().rate(writers, raw::writer, warmUp);
    return Rounds.of(
        bench.settings().rounds(),
        () -> Workers.ours().rate(writers, () -> engine.writer(commit -> {}), round),
        () -> Workers.raw().rate(writers, raw::writer, round));
  }
}
