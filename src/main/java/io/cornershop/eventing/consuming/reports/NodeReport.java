package io.cornershop.eventing.consuming.reports;

import io.cornershop.eventing.consuming.ConsumerStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A channel as one node saw it.
 *
 * @param at by the clock of that node, cut to milliseconds; good for an age, not for an order
 */
public record NodeReport(String node, Instant at, ConsumerStatus status) {

  private static final int MOST_KEYS = 50;

  public NodeReport {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A report of bounded size: of the keys and calls that stand still, the longest. */
  public static NodeReport of(String node, Instant at, ConsumerStatus s) {
    return new NodeReport(
        node,
        at,
        new ConsumerStatus(
            s.channel(),
            s.group(),
            s.state(),
            s.partitions(),
            s.inFlight(),
            s.held().stream().limit(MOST_KEYS).toList(),
            s.stuck().stream().limit(MOST_KEYS).toList(),
            s.healed(),
            s.passedOver(),
            s.ofOtherLives(),
            s.lastError()));
  }
}
