package io.cornershop.eventing.api.feed;

import io.cornershop.eventing.api.EntryEvents;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.kernel.Reason;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Sends events to one client in the order of their positions, first those that there are, then
 * those to come. Both are read from the position log by the same steps, so there is no hand-over at
 * which one could be lost or sent twice. Runs in a thread of its own.
 */
final class Feed implements Runnable {

  private static final System.Logger LOG = System.getLogger(Feed.class.getName());
  private static final int MOST_ENTRIES = 100;
  private static final int MOST_EVENTS = 500;

  /**
   * What all feeds of a node share.
   *
   * @param reading lets so many of them read at the same moment, so that commands keep their share
   *     of the database while many feeds catch up
   */
  record Source(
      Semaphore reading,
      PositionLog log,
      EntryEvents events,
      LogWatch watch,
      Duration heartbeat,
      Supplier<Optional<String>> trouble) {}

  private final Source source;
  private final FeedFilter filter;
  private final FeedOutlet outlet;
  private final long begin;
  private long number;
  private long spokenAt = System.nanoTime();
  private Optional<String> said = Optional.empty();
  private Optional<String> outage = Optional.empty();

  /**
   * @param position behind which the feed begins
   */
  Feed(Source source, FeedFilter filter, long position, FeedOutlet outlet) {
    this.source = source;
    this.filter = filter;
    this.outlet = outlet;
    this.begin = position;
    // the commit that the position lies in may have more events
    this.number = Math.max(0, position / EventEnvelope.POSITIONS_PER_COMMIT - 1);
  }

  @Override
  public void run() {
    try (outlet) {
      comment("the events behind position " + begin + " follow");
      while (outlet.isOpen() && source.watch().isOpen()) {
        if (!step()) {
          source.watch().await();
        }
        speak();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "A feed ends at number {0}: {1}",
          Long.toString(number),
          Reason.trace(e));
    }
  }

  /** Sends some of what is behind; false when there is nothing. */
  private boolean step() throws InterruptedException {
    try {
      if (source.watch().head() <= number) {
        outage = Optional.empty();
        return false;
      }
      Page page = read();
      page.events().forEach(this::send);
      outage = Optional.empty();
      boolean moved = page.last() > number;
      number = page.last();
      return moved;
    } catch (Unavailable e) {
      outage = Optional.of("the store does not answer now");
      return false;
    }
  }

  /** So many entries that their events do not take too much memory, but at least one. */
  private static List<Entry> some(List<Entry> entries) {
    int events = 0;
    int taken = 0;
    while (taken < entries.size() && (taken == 0 || events < MOST_EVENTS)) {
      events += entries.get(taken).summary().eventIds().size();
      taken++;
    }
    return entries.subList(0, taken);
  }

  /** What was read together, up to the number of its last entry. */
  private record Page(List<EventEnvelope> events, long last) {}

  private Page read() throws InterruptedException {
    source.reading().acquire();
    try {
      List<Entry> entries = some(source.log().readAfter(number, MOST_ENTRIES));
      List<EventEnvelope> events =
          source.events().of(entries.stream().filter(filter::takes).toList());
      return new Page(events, entries.isEmpty() ? number : entries.getLast().number());
    } finally {
      source.reading().release();
    }
  }

  private void send(EventEnvelope event) {
    if (event.position().orElseThrow() > begin && filter.takes(event) && outlet.isOpen()) {
      outlet.event(event);
      spokenAt = System.nanoTime();
    }
  }

  /** Says why nothing comes, when that has changed, and that it is still there, now and then. */
  private void speak() {
    Optional<String> trouble = outage.or(source.trouble());
    boolean silent = System.nanoTime() - spokenAt >= source.heartbeat().toNanos();
    if (silent || !trouble.equals(said)) {
      comment(trouble.map(reason -> "waiting: " + reason).orElse("at number " + number));
      said = trouble;
    }
  }

  private void comment(String text) {
    if (outlet.isOpen()) {
      outlet.comment(text);
      spokenAt = System.nanoTime();
    }
  }
}
