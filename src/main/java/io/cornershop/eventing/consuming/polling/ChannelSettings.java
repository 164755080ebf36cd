package io.cornershop.eventing.consuming.polling;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * One channel as it is configured.
 *
 * @param active whether this node has the channel's role
 * @param stuckAfter how long a handler may take before it is reported
 * @param kafka properties of the Kafka consumer
 */
public record ChannelSettings(
    String channel,
    String group,
    Collection<String> topics,
    boolean active,
    int maxInFlight,
    int parallelism,
    Duration commitInterval,
    Duration drainTimeout,
    Duration stuckAfter,
    Map<String, Object> kafka) {

  private static final int POLLS_TO_FILL = 4;

  public ChannelSettings {
    topics = List.copyOf(topics);
    kafka = Map.copyOf(kafka);
    requirePositive(channel, "max-in-flight", maxInFlight);
    requirePositive(channel, "parallelism", parallelism);
  }

  private static void requirePositive(String channel, String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "mp.messaging.incoming." + channel + "." + name + " has to be at least 1");
    }
  }

  /** How many records one poll may give, so that polls in a row come close to the bound. */
  public int pollSize() {
    return Math.max(1, maxInFlight / POLLS_TO_FILL);
  }

  /** Whether one more poll can go beyond the bound. */
  boolean full(int inFlight) {
    return missing(inFlight) > 0;
  }

  /** How many records have to be finished before the next poll. */
  int missing(int inFlight) {
    return inFlight + pollSize() - maxInFlight;
  }
}
