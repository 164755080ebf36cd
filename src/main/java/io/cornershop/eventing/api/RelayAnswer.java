package io.cornershop.eventing.api;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.publishing.OutboxState;
import io.cornershop.eventing.publishing.RelayStatus;

/**
 * How far publishing is. The first two fields are those of the node that answers, the others the
 * same on each.
 *
 * @param relay whether this node is the relay
 * @param condition what this node's part of it is doing or waiting for; its log says why
 * @param outboxPending how many commits are not known to be on Kafka
 * @param oldestAge how long, at least, the oldest of them waits, as an ISO-8601 duration
 * @param lastPosition where the last commit that has a position begins, 0 when there is none
 * @param publishedPosition where the last commit begins that is known to be on Kafka
 */
record RelayAnswer(
    boolean relay,
    String condition,
    long outboxPending,
    String oldestAge,
    long lastPosition,
    long publishedPosition) {

  static RelayAnswer of(RelayStatus status) {
    OutboxState outbox = status.outbox();
    return new RelayAnswer(
        status.active(),
        status.condition().name(),
        outbox.pending(),
        outbox.oldestAge().toString(),
        outbox.head() * EventEnvelope.POSITIONS_PER_COMMIT,
        outbox.published() * EventEnvelope.POSITIONS_PER_COMMIT);
  }
}
