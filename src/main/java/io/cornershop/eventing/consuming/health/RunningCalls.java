package io.cornershop.eventing.consuming.health;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * The calls of one channel's handlers that have not returned, so that one that hangs is seen.
 * Thread-safe.
 */
public final class RunningCalls {

  private static final Logger LOG = System.getLogger(RunningCalls.class.getName());

  private final String channel;
  private final Duration bound;
  private final LongSupplier nanos;
  private final Set<Call> running = ConcurrentHashMap.newKeySet();

  /** One call. */
  final class Call {

    private final String handler;
    private final EventEnvelope event;
    private final long since = nanos.getAsLong();
    private final AtomicBoolean reported = new AtomicBoolean();

    private Call(String handler, EventEnvelope event) {
      this.handler = handler;
      this.event = event;
    }

    /** The call has returned. */
    void end() {
      running.remove(this);
    }

    private Duration age() {
      return Duration.ofNanos(nanos.getAsLong() - since);
    }

    private boolean late() {
      return age().compareTo(bound) > 0;
    }

    private ConsumerStatus.Stuck stuck() {
      return new ConsumerStatus.Stuck(handler, describe(), age());
    }

    private String describe() {
      return "%s %s, %s sequence %d"
          .formatted(event.type(), event.eventId(), event.stream(), event.sequence());
    }
  }

  /**
   * @param bound how long a call may last before it is reported
   * @param nanos a clock that never goes back, in nanoseconds
   */
  public RunningCalls(String channel, Duration bound, LongSupplier nanos) {
    this.channel = channel;
    this.bound = bound;
    this.nanos = nanos;
  }

  /** A handler is called with this event, and perhaps others. */
  Call begin(String handler, EventEnvelope event) {
    Call call = new Call(handler, event);
    running.add(call);
    return call;
  }

  /** Logs each call that lasts longer than the bound, once. */
  public void report() {
    running.stream().filter(Call::late).forEach(this::report);
  }

  /** The calls that last longer than the bound, the longest first. */
  public List<ConsumerStatus.Stuck> stuck() {
    return running.stream()
        .filter(Call::late)
        .sorted(Comparator.comparingLong(call -> call.since))
        .map(Call::stuck)
        .toList();
  }

  private void report(Call call) {
    if (call.reported.compareAndSet(false, true)) {
      try (LogScope lines = call.event.openLogScope()) {
        report(call, lines.with(LogField.CONSUMER, call.handler));
      }
    }
  }

  private void report(Call call, LogScope lines) {
    LOG.log(
        Level.ERROR,
        "{0}: {1} has not returned for {2} from {3}",
        channel,
        call.handler,
        call.age(),
        call.describe());
  }
}
