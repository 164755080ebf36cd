package io.cornershop.notifications;

import io.cornershop.kernel.Command;
import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.NotificationEvent.Failure;
import java.time.Instant;
import java.util.Optional;

/** What the delivery has to say of a message. */
public sealed interface NotificationCommand extends Command {

  /** The message. */
  About about();

  @Override
  default NotificationId target() {
    return about().notificationId();
  }

  /**
   * Which message it is.
   *
   * @param customerId absent when it is for the shop's staff
   * @param reason the type of the event that it tells of
   * @param eventId of that event
   */
  record About(
      NotificationId notificationId,
      Channel channel,
      Optional<CustomerId> customerId,
      String reason,
      String eventId) {}

  /** The provider has it since the attempt with this number. */
  record NoteSent(About about, String reference, int attempt, Instant at)
      implements NotificationCommand {}

  /** It is given up after so many attempts. */
  record NoteFailed(About about, Failure failure, String detail, int attempt, Instant at)
      implements NotificationCommand {}
}
