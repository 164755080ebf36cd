package io.cornershop.eventing.publishing;

import io.cornershop.eventing.publishing.topics.KafkaConnection;
import java.time.Clock;
import java.time.Duration;

/**
 * How a node relays. Immutable.
 *
 * @param kafka where the brokers are
 * @param publisher of the events, should this node become the relay
 * @param takesPart whether this node may become the relay; every node sends wake-ups
 * @param sweepInterval how often to look for commits whose wake-up was lost; zero for only after a
 *     take-over, a setback or an overflow
 * @param clock tells how old is what waits; orders nothing
 */
public record RelaySettings(
    KafkaConnection kafka,
    EventPublisher publisher,
    boolean takesPart,
    Duration sweepInterval,
    Clock clock) {

  /** How often to sweep where the store finds pending commits by an index. */
  public static final Duration DEFAULT_SWEEP_INTERVAL = Duration.ofSeconds(1);
}
