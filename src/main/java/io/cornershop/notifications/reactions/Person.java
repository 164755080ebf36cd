package io.cornershop.notifications.reactions;

import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.ledger.Cause;
import java.util.Optional;

/**
 * Somebody at one address. Equal for a message whenever its event comes, whatever has become of the
 * address by then.
 *
 * @param customerId absent for the shop's staff
 * @param key what distinguishes this place from others of the same channel and person
 * @param address where it is reached; absent when there is none
 * @param name how the person is called
 */
record Person(
    Optional<CustomerId> customerId,
    String key,
    Optional<String> address,
    String name,
    Preferences wishes) {

  /** The id of the message to this person because of an event. */
  NotificationId messageOf(Cause cause, Channel channel) {
    String who = customerId.map(CustomerId::value).orElse("");
    return new NotificationId(
        CommandId.of("notification", cause.eventId(), channel.name(), who, key).value());
  }
}
