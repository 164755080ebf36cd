package io.cornershop.eventing.api.feed;

import io.cornershop.eventing.api.EntryEvents;
import io.cornershop.eventing.api.StoreStatistics;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The open feeds of a node, each in a virtual thread; no more than the settings allow. Thread-safe.
 */
public final class Feeds implements AutoCloseable {

  private static final int MOST_READING = 2;

  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

  private final Feed.Source source;
  private final Semaphore places;
  private final Map<Thread, FeedOutlet> open = new ConcurrentHashMap<>();

  /**
   * @param trouble why events get no positions at present, in words for callers, if this node knows
   */
  public Feeds(
      EventStore store,
      PositionLog log,
      FeedSettings settings,
      Supplier<Optional<String>> trouble) {
    this.source =
        new Feed.Source(
            new Semaphore(MOST_READING, true),
            log,
            new EntryEvents(store),
            new LogWatch(log, settings.interval()),
            settings.heartbeat(),
            trouble);
    this.places = new Semaphore(settings.maxOpen());
  }

  /**
   * Begins a feed and returns; the feed closes the outlet at its end.
   *
   * @throws Unavailable when there are too many, the node stops or the database does not answer
   * @throws InvalidValue when the position is not reached yet: it is of another store
   */
  void open(FeedFilter filter, long position, FeedOutlet outlet) {
    if (position > StoreStatistics.of(source.log().head()).lastPosition()) {
      throw new InvalidValue("after", "must be a position that an event has");
    }
    if (!source.watch().isOpen() || !places.tryAcquire()) {
      throw new Unavailable("This node serves no more feeds now", RETRY_AFTER, null);
    }
    Feed feed = new Feed(source, filter, position, outlet);
    Thread thread = Thread.ofVirtual().name("cornershop-feed").unstarted(() -> serve(feed));
    open.put(thread, outlet);
    thread.start();
  }

  private void serve(Feed feed) {
    try {
      feed.run();
    } finally {
      open.remove(Thread.currentThread());
      places.release();
    }
  }

  /** How many are open. */
  int size() {
    return open.size();
  }

  /** Ends all feeds, and returns when they have ended, but soon. */
  @Override
  public void close() {
    source.watch().close();
    long end = System.nanoTime() + LONGEST_CLOSE.toNanos();
    for (Thread thread : open.keySet()) {
      join(thread, Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
  }

  /** A client that takes nothing any more is not waited for. */
  private void join(Thread thread, Duration longest) {
    try {
      if (!thread.join(longest)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
