package io.cornershop.eventing.consuming.channels;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.reports.NodeReport;
import io.cornershop.eventing.consuming.reports.NodeReports;
import io.cornershop.kernel.Reason;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells every other node every two seconds how the channels of this one are. Thread-safe. */
final class Reporter {

  private static final Logger LOG = System.getLogger(Reporter.class.getName());
  private static final Duration INTERVAL = Duration.ofSeconds(2);
  private static final Duration KEPT = Duration.ofHours(1);

  private final NodeReports reports;
  private final String node;
  private final Clock clock;
  private final Supplier<List<ConsumerStatus>> channels;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile boolean ended;

  Reporter(NodeReports reports, String node, Clock clock, Supplier<List<ConsumerStatus>> channels) {
    this.reports = reports;
    this.node = node;
    this.clock = clock;
    this.channels = channels;
  }

  /** The work of its thread; returns soon after {@link #stop}. */
  void run() {
    try {
      do {
        safely(this::report);
      } while (!stopping.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
      safely(() -> reports.withdraw(node));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended = stopping.getCount() > 0;
    }
  }

  /** Why other nodes hear no more of this one; none before the start and after the stop. */
  Optional<String> dead() {
    return ended ? Optional.of("the thread that reports has ended") : Optional.empty();
  }

  private void report() {
    reports.forgetBefore(clock.instant().minus(KEPT));
    channels.get().stream()
        .filter(status -> status.state() != ConsumerStatus.State.INACTIVE)
        .forEach(status -> reports.publish(NodeReport.of(node, clock.instant(), status)));
  }

  private static void safely(Runnable work) {
    try {
      work.run();
    } catch (Unavailable e) {
      LOG.log(Level.DEBUG, "Other nodes hear of this one later: {0}", e.getMessage());
    } catch (RuntimeException e) {
      // Whatever it is: this node would only look dead to those who ask another.
      LOG.log(Level.ERROR, "The report of this node failed, it goes on: {0}", Reason.trace(e));
    }
  }

  void stop() {
    stopping.countDown();
  }
}
