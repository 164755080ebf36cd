package io.cornershop.eventing.timers;

import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.Reason;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Fires timers on this node. Thread-safe.
 *
 * <p>Again and again it looks for due timers, at most as many as it has threads free, holds each by
 * compare-and-set and fires it; a timer goes when its handler has returned. One that a killed node
 * held is fired again when the claim has ended. While the database does not answer, it waits, says
 * so once in the log, and goes on by itself.
 */
public final class TimerNode implements AutoCloseable {

  /** At most so many timers are read at once. */
  private static final int MOST_READ = 100;

  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);
  private static final Logger LOG = System.getLogger(TimerNode.class.getName());

  private final TimerStore timers;
  private final TimerSettings settings;
  private final Firing firing;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean away;

  /**
   * @param handlers one for each kind
   * @param threads makes the thread that looks and those that fire, of which there are at most
   *     {@link TimerSettings#atOnce}
   */
  public TimerNode(
      TimerStore timers,
      Collection<TimerHandler> handlers,
      TimerSettings settings,
      ThreadFactory threads) {
    this.timers = timers;
    this.settings = settings;
    this.firing = new Firing(timers, handlers, settings, threads);
    this.thread = threads.newThread(this::run);
  }

  /** Begins to look and returns at once, whether or not the database answers. */
  public void start() {
    thread.start();
  }

  /** Why timers are not fired any more by this node; none while they are. */
  public List<String> dead() {
    boolean ended = thread.getState() == Thread.State.TERMINATED && closing.getCount() > 0;
    return ended ? List.of("the thread that looks for timers has ended") : List.of();
  }

  private void run() {
    try (LogScope lines = LogScope.open(LogField.TASK, "timers")) {
      do {
        look();
      } while (!closing.await(settings.interval().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Fires what is due and returns before it has been fired. */
  void look() {
    int room = firing.room();
    if (room == 0) {
      return;
    }
    try {
      lookFor(Math.min(MOST_READ, room));
      away = false;
    } catch (Unavailable e) {
      if (!away) {
        LOG.log(Level.WARNING, "Timers wait for the database: {0}", e.getMessage());
      }
      away = true;
    } catch (RuntimeException e) {
      // Whatever it is: without these looks nothing that waits for its time would ever happen.
      LOG.log(Level.ERROR, "The look for timers failed, the next follows: {0}", Reason.trace(e));
    }
  }

  private void lookFor(int most) {
    Instant now = settings.clock().instant();
    timers.due(now, most).forEach(due -> take(due, now));
  }

  private void take(DueTimer due, Instant now) {
    if (!firing.has(due.timer())) {
      timers.claim(due, now.plus(settings.claim())).ifPresent(firing::begin);
    }
  }

  /**
   * Looks for nothing new and waits a few seconds for what is being fired; what has not ended then
   * is fired again, here or elsewhere.
   */
  @Override
  public void close() {
    closing.countDown();
    firing.close(LONGEST_CLOSE);
    thread.interrupt();
  }
}
