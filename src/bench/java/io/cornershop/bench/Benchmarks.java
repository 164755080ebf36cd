package io.cornershop.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes all measurements, or those that were chosen, and prints one table. */
public final class Benchmarks {

  private static final List<Measurement> ALL =
      List.of(
          new AppendBench(),
          new LoadBench(),
          new CommandBench(),
          new GrowthBench(),
          new RelayBench(),
          new ConsumerBench(),
          new BacklogBench(),
          new RebuildBench(),
          new LatencyBench(),
          new VisibleBench(),
          new MeteringBench(),
          new MemoryBench());

  private static final int WARM_UP_WRITERS = 8;

  private Benchmarks() {}

  /** Settings come as system properties, see {@link BenchSettings}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    BenchSettings settings = BenchSettings.read();
    long start = System.nanoTime();
    List<Result> results = new ArrayList<>();
    try (Servers servers = Servers.start(settings);
        Bench bench = new Bench(settings, servers)) {
      warmUp(bench);
      for (Measurement measurement : ALL) {
        if (settings.wants(measurement.name())) {
          results.addAll(measured(measurement, bench));
          bench.dropDatabases();
        }
      }
    }
    String report = conditions(settings, start) + "\n" + ResultTable.of(results);
    System.out.println("\n" + report);
    settings.write().ifPresent(page -> new Page(page).write(report));
  }

  /** The first row shall not pay for what all the others find compiled. */
  private static void warmUp(Bench bench) throws InterruptedException {
    Duration length = bench.settings().warmUp();
    OurEngine engine = bench.freshEngine();
    RawStore raw = bench.freshRawStore();
    Workers.ours().rate(WARM_UP_WRITERS, () -> engine.writer(commit -> {}), length);
    Workers.raw().rate(WARM_UP_WRITERS, raw::writer, length);
    bench.dropDatabases();
  }

  private static List<Result> measured(Measurement measurement, Bench bench)
      throws InterruptedException {
    System.out.println("Measuring: " + measurement.name());
    List<Result> results =
        bench.settings().profile()
            ? Recordings.of(measurement.name(), () -> measurement.measure(bench))
            : measurement.measure(bench);
    results.forEach(result -> System.out.print(ResultTable.line(result)));
    return results;
  }

  private static String conditions(BenchSettings settings, long start) {
    return "%s, Java %s, %d processors, load average %.1f at the end; %s, %s; rounds: %d; took %d s.%n"
        .formatted(
            LocalDate.now(),
            Runtime.version().feature(),
            Runtime.getRuntime().availableProcessors(),
            java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                .getSystemLoadAverage(),
            settings.mongodb().isPresent()
                ? "a MongoDB of the caller's"
                : "embedded MongoDB server",
            settings.kafka().isPresent() ? "a Kafka of the caller's" : "embedded Kafka",
            settings.rounds(),
            Duration.ofNanos(System.nanoTime() - start).toSeconds());
  }
}
