package io.cornershop.eventing.publishing;

/**
 * The relay as one node sees it at this moment.
 *
 * @param active whether this node is the relay
 * @param condition what it is doing or waiting for
 * @param detail the reason for a condition that is not good, else empty; for operators only
 * @param outbox what waits in the store
 * @param wakeUps commits of this node that wait for a position
 */
public record RelayStatus(
    boolean active, Condition condition, String detail, OutboxState outbox, int wakeUps) {

  /** What a relay can be doing. */
  public enum Condition {
    /** It asks for membership, or Kafka does not answer yet. */
    JOINING,
    /** Another node is the relay. */
    STANDBY,
    /** It publishes. */
    RUNNING,
    /** It is the relay and waits for Kafka. */
    WAITING_FOR_KAFKA,
    /** It is the relay and waits for the database. */
    WAITING_FOR_STORE,
    /** Another writer was found in the position log. */
    CONTESTED,
    /** It meets an error that is no outage, and tries again. */
    FAILING,
    /** It was closed. */
    CLOSED
  }
}
