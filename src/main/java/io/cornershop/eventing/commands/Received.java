package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.ExternalEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as an outside producer has sent it, checked and decoded.
 *
 * @param eventId given by the producer; the same event always has the same
 * @param happenedAt by the producer's clock, if it says
 */
public record Received(
    UUID eventId, StreamId stream, ExternalEvent event, Optional<Instant> happenedAt) {

  /**
   * What makes it idempotent in the store. Derived, so that no producer can choose the id of a
   * command that somebody else is going to send.
   */
  CommandId commandId() {
    return CommandId.of("external-event", eventId.toString());
  }
}
