package io.cornershop.bench;

import io.cornershop.bench.Target.AtMost;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.publishing.EventRelay;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The heap in use after a collection, under a steady load with the relay at work: the last quarter
 * of the time against the second one. Caches, which have bounds, are filled before, and the first
 * quarter is left out.
 */
final class MemoryBench implements Measurement {

  private static final Schedule LOAD = new Schedule(200);
  private static final int SAMPLES = 40;
  private static final int FILLING_WRITERS = 8;
  private static final int FILLING_COMMANDS = 25_000;
  private static final double BYTES_PER_MEGABYTE = 1 << 20;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<Result> measure(Bench bench) throws InterruptedException {
    Duration length = bench.settings().memory();
    OurEngine engine = bench.freshEngine();
    CommandHandler handler = engine.handler(engine.signal());
    List<Double> used = new ArrayList<>();
    try (EventRelay relay = engine.activeRelay(bench.kafkaProperties())) {
      fillCaches(handler);
      Pause.until("the relay has caught up", () -> relay.status().outbox().pending() == 0);
      for (int i = 0; i < SAMPLES; i++) {
        LOAD.run(Workers.ours(), length.dividedBy(SAMPLES), due -> command(handler));
        used.add(usedAfterCollection());
      }
    }
    String line = "used heap after collection, end against start of %s".formatted(length);
    return List.of(new Result(line, "MB", quarter(used, 3), quarter(used, 1), new AtMost(1.1)));
  }

  private static Series quarter(List<Double> used, int number) {
    int size = SAMPLES / 4;
    return new Series(used.subList(number * size, (number + 1) * size));
  }

  /** More aggregates than any cache of the engine holds, as fast as it goes. */
  private static void fillCaches(CommandHandler handler) throws InterruptedException {
    Workers.ours()
        .runAll(
            FILLING_WRITERS,
            () -> {
              for (int i = 0; i < FILLING_COMMANDS / FILLING_WRITERS; i++) {
                command(handler);
              }
            });
  }

  private static double usedAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MEGABYTE;
  }

  private static void command(CommandHandler handler) {
    handler.handle(Sample.command(Sample.newId()), Sample.context());
  }
}
