package io.cornershop.eventing.consuming.held;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.held.FailurePolicy.Kind;
import io.cornershop.eventing.consuming.held.FailurePolicy.Verdict;
import io.cornershop.eventing.consuming.lanes.LaneKey;
import io.cornershop.eventing.events.UnreadableEvent;
import io.cornershop.kernel.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of one channel that stand still behind a failed event, and the one place that logs it:
 * an outage once for all, anything else once for each event. Thread-safe.
 */
public final class HeldEvents {

  private static final Logger LOG = System.getLogger(HeldEvents.class.getName());

  private final String channel;
  private final Clock clock;
  private final Map<LaneKey, ConsumerStatus.Held> held = new ConcurrentHashMap<>();

  public HeldEvents(String channel, Clock clock) {
    this.channel = channel;
    this.clock = clock;
  }

  /** One more try of the event at the head of a lane has failed. */
  public void failed(LaneKey lane, String event, Verdict verdict, Throwable failure, int attempts) {
    ConsumerStatus.Held before = held.get(lane);
    Instant since = before == null ? clock.instant() : before.since();
    boolean outageBegins = verdict.kind() == Kind.TRANSIENT && held(Kind.TRANSIENT) == 0;
    held.put(
        lane,
        new ConsumerStatus.Held(
            lane.handler(),
            lane.key(),
            event,
            verdict.kind().name(),
            attempts,
            since,
            Reason.line(failure)));
    if (outageBegins) {
      LOG.log(
          Level.WARNING,
          "{0} waits, something does not answer: {1}: {2}",
          channel,
          event,
          Reason.of(failure));
    }
  }

  /** Says once that an event holds its key. */
  public void report(LaneKey lane, String event, Verdict verdict, Throwable failure) {
    String text =
        "%s: %s holds its key in %s and is %s; later events of the key wait for it"
            .formatted(
                channel,
                event,
                lane.handler().isEmpty() ? "all handlers" : lane.handler(),
                verdict.state());
    if (failure instanceof UnreadableEvent) {
      // Its causes quote the bytes that could not be read.
      LOG.log(Level.ERROR, "{0}: {1}", text, failure.getMessage());
    } else {
      LOG.log(Level.ERROR, "{0}: {1}", text, Reason.trace(failure));
    }
  }

  /** The lane goes on, or leaves this node. */
  public void released(LaneKey lane) {
    ConsumerStatus.Held before = held.remove(lane);
    boolean outageEnds =
        before != null && before.kind().equals(Kind.TRANSIENT.name()) && held(Kind.TRANSIENT) == 0;
    if (outageEnds) {
      LOG.log(Level.INFO, "{0} goes on", channel);
    }
  }

  private long held(Kind kind) {
    return held.values().stream().filter(h -> h.kind().equals(kind.name())).count();
  }

  public List<ConsumerStatus.Held> all() {
    return held.values().stream().sorted(Comparator.comparing(ConsumerStatus.Held::since)).toList();
  }
}
