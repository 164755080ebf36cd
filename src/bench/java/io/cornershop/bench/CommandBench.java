package io.cornershop.bench;

import io.cornershop.bench.Target.AtLeast;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.StreamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Commands on one aggregate by one caller and by many, against insertOne by as many. */
final class CommandBench implements Measurement {

  private static final List<Integer> CALLERS = List.of(1, 32);

  @Override
  public String name() {
    return "command";
  }

  @Override
  public List<Result> measure(Bench bench) throws InterruptedException {
    List<Result> results = new ArrayList<>();
    for (int callers : CALLERS) {
      String line =
          "command, one hot aggregate, %d %s"
              .formatted(callers, callers == 1 ? "caller" : "callers");
      results.add(rounds(bench, callers).named(line, "commands/s", new AtLeast(0.7)));
      bench.dropDatabases();
    }
    return results;
  }

  private static Rounds rounds(Bench bench, int callers) throws InterruptedException {
    Supplier<Runnable> commands = commands(bench.freshEngine());
    Supplier<Runnable> inserts = inserts(bench.freshRawStore());
    Duration round = bench.settings().round();
    Workers.ours().rate(callers, commands, bench.settings().warmUp());
    Workers.raw().rate(callers, inserts, bench.settings().warmUp());
    return Rounds.of(
        bench.settings().rounds(),
        () -> Workers.ours().rate(callers, commands, round),
        () -> Workers.raw().rate(callers, inserts, round));
  }

  private static Supplier<Runnable> commands(OurEngine engine) {
    CommandHandler handler = engine.handler(commit -> {});
    String hot = Sample.newId();
    return () -> () -> handler.handle(Sample.command(hot), Sample.context());
  }

  private static Supplier<Runnable> inserts(RawStore raw) {
    StreamId hot = Sample.newStream();
    AtomicLong sequence = new AtomicLong();
    return () -> raw.sharedWriter(hot, sequence);
  }
}
