package io.cornershop.eventing.timers;

import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.Reason;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Calls the handlers, each timer in a thread of its own and so many at once as the settings say.
 * Thread-safe; one thread begins.
 */
final class Firing {

  private static final Logger LOG = System.getLogger(Firing.class.getName());

  private final TimerStore timers;
  private final Map<String, TimerHandler> handlers;
  private final TimerSettings settings;
  private final Semaphore room;
  private final ExecutorService threads;

  /** Those whose handler runs, even when it takes longer than its claim. */
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  Firing(
      TimerStore timers,
      Collection<TimerHandler> handlers,
      TimerSettings settings,
      ThreadFactory threads) {
    this.timers = timers;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(TimerHandler::kind, Function.identity()));
    this.settings = settings;
    this.room = new Semaphore(settings.atOnce());
    this.threads = Executors.newThreadPerTaskExecutor(threads);
  }

  /** How many more can be begun. */
  int room() {
    return room.availablePermits();
  }

  /** Whether a timer is being fired here. */
  boolean has(Timer timer) {
    return running.contains(timer.id());
  }

  /** Fires a timer that this node holds, if there is room; returns at once. */
  void begin(DueTimer mine) {
    if (!room.tryAcquire()) {
      return;
    }
    running.add(mine.timer().id());
    try {
      threads.execute(() -> fireAndLeave(mine));
    } catch (RejectedExecutionException e) {
      leave(mine);
    }
  }

  private void fireAndLeave(DueTimer mine) {
    try (LogScope lines = LogScope.open(LogField.TASK, "timer " + mine.timer().id())) {
      fire(mine);
    } catch (Unavailable e) {
      // the claim ends by itself
      LOG.log(Level.DEBUG, "Timer {0} waits for the database", mine.timer().id());
    } finally {
      leave(mine);
    }
  }

  private void leave(DueTimer mine) {
    running.remove(mine.timer().id());
    room.release();
  }

  private void fire(DueTimer mine) {
    if (hasBeenFired(mine)) {
      timers.remove(mine.timer());
    } else {
      Duration pause = settings.pauseAfter(mine.claims());
      timers.hold(mine, settings.clock().instant().plus(pause));
    }
  }

  /** Whatever a handler throws: the timer stays, and the other timers do not notice. */
  private boolean hasBeenFired(DueTimer mine) {
    try {
      handlerOf(mine.timer()).fire(mine.timer());
      return true;
    } catch (RuntimeException e) {
      tell(mine, e);
      return false;
    }
  }

  private TimerHandler handlerOf(Timer timer) {
    return Optional.ofNullable(handlers.get(timer.kind()))
        .orElseThrow(() -> new IllegalStateException("This build has no timers " + timer.kind()));
  }

  private static void tell(DueTimer mine, RuntimeException reason) {
    Timer timer = mine.timer();
    Level level = mine.claims() == 1 ? Level.WARNING : Level.DEBUG;
    LOG.log(
        level,
        "Timer {0} of {1} fires later: {2}",
        timer.id(),
        timer.due().toString(),
        Reason.trace(reason));
  }

  /** Begins nothing more; what has not ended after {@code longest} is interrupted. */
  void close(Duration longest) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
