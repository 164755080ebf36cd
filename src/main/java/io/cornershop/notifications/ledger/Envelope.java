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

  /** Without what is inside. */
  @Override
  public String toString() {
    return "a sealed message";
  }
}
