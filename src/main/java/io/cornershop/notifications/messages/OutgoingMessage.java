package io.cornershop.notifications.messages;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import java.net.URI;
import java.util.Optional;

/**
 * A message on its way to one address.
 *
 * @param id the same for each attempt of one message; whoever can recognises a repeat by it
 * @param address an e-mail address, a telephone number in E.164 form, or a push subscription as
 *     JSON
 * @param unsubscribe where one click ends messages of this kind; absent where they cannot be ended
 */
public record OutgoingMessage(
    NotificationId id,
    Channel channel,
    String address,
    Content content,
    Optional<URI> unsubscribe) {

  /** Without address and text, which belong in no log. */
  @Override
  public String toString() {
    return channel + " " + id;
  }
}
