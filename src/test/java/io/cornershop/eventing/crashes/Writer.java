package io.cornershop.eventing.crashes;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.CommandResult;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.eventing.testing.CounterId;
import io.cornershop.kernel.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A caller who gives one command after the other, notes each that was acknowledged, and repeats
 * under the same id what was not, also after a restart.
 */
final class Writer implements Runnable {

  private static final int COUNTERS = 40;
  private static final int MOST_EVENTS = 3;
  private static final long PACE_NANOS = Duration.ofMillis(15).toNanos();

  private final String name;
  private final int commands;
  private final CommandHandler handler;
  private final Journal journal;

  Writer(String name, int commands, CommandHandler handler, Journal journal) {
    this.name = name;
    this.commands = commands;
    this.handler = handler;
    this.journal = journal;
  }

  @Override
  public void run() {
    try (Journal.Page page = journal.open(name)) {
      for (int number = page.acknowledged(); number < commands; number++) {
        page.add(give(number).sequence());
        LockSupport.parkNanos(PACE_NANOS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CommandResult give(int number) {
    int lot = (name + number).hashCode();
    CounterId counter = new CounterId("counter-" + Math.floorMod(lot, COUNTERS));
    Count count = new Count(counter, 1 + Math.floorMod(lot / COUNTERS, MOST_EVENTS));
    while (true) {
      try {
        return handler.handle(count, CounterFixtures.context(Journal.key(name, number)));
      } catch (Unavailable e) {
        LockSupport.parkNanos(PACE_NANOS);
      }
    }
  }
}
