package io.cornershop.customers.claims;

import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Does a {@link ClaimBackfill} in the background, without haste: requests go first. While the
 * database does not answer it waits. Thread-safe.
 */
public final class BackfillThread implements AutoCloseable {

  /**
   * How long it rests.
   *
   * @param afterPage for requests
   * @param afterOutage for the database
   */
  public record Rests(Duration afterPage, Duration afterOutage) {

    public static final Rests USUAL = new Rests(Duration.ofMillis(50), Duration.ofSeconds(5));
  }

  private static final Logger LOG = System.getLogger(BackfillThread.class.getName());

  private final ClaimBackfill backfill;
  private final ThreadFactory threads;
  private final Rests rests;
  private final CountDownLatch closed = new CountDownLatch(1);

  public BackfillThread(ClaimBackfill backfill, ThreadFactory threads, Rests rests) {
    this.backfill = backfill;
    this.threads = threads;
    this.rests = rests;
  }

  /** Begins; returns at once. */
  public void start() {
    threads.newThread(this::run).start();
  }

  private void run() {
    try (LogScope lines = LogScope.open(LogField.TASK, "claims")) {
      boolean goesOn = true;
      while (goesOn) {
        goesOn = goOn();
      }
    }
  }

  /** Whether there is more to do. */
  private boolean goOn() {
    try {
      return backfill.goOn() && rest(rests.afterPage());
    } catch (Unavailable e) {
      LOG.log(Level.INFO, "The claims of e-mail addresses wait: {0}", e.getMessage());
      return rest(rests.afterOutage());
    }
  }

  /** False when it is closed. */
  private boolean rest(Duration time) {
    try {
      return !closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends behind the present page; the next start goes on there. */
  @Override
  public void close() {
    closed.countDown();
  }
}
