package io.cornershop.notifications.ledger;

import io.cornershop.notifications.messages.Content;
import java.net.URI;
import java.util.Optional;

/**
 * What only the person may read.
 *
 * @param address as in {@link io.cornershop.notifications.messages.OutgoingMessage}
 */
public record Envelope(String address, Content content, Optional<URI> unsubscribe) {

  /** The same to another address of the person. */
  public Envelope to(String other) {
    return new Envelope(other, content, unsubscribe);
  }

  /** Without what is inside. */
  @Override
  public String toString() {
    return "a sealed message";
  }
}
