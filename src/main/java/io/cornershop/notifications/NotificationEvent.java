package io.cornershop.notifications;

import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.WireName;
import java.time.Instant;
import java.util.Optional;

/** What became of a message. Whom it went to is the customer's id only. */
public sealed interface NotificationEvent extends DomainEvent {

  /** Why a message does not arrive. */
  enum Failure {
    /** Somebody on the way will never take it. */
    REFUSED,
    /** It could not be sent while it was of use. */
    EXPIRED
  }

  NotificationId notificationId();

  /**
   * A mail server has taken the message.
   *
   * @param customerId absent when it went to the shop's staff
   * @param reason the type of the event that it tells of
   * @param eventId of that event
   * @param reference how the provider calls the message
   * @param attempt which one this was, from 1
   */
  @WireName("EmailSent")
  record EmailSent(
      NotificationId notificationId,
      Optional<CustomerId> customerId,
      String reason,
      String eventId,
      String reference,
      int attempt,
      Instant sentAt)
      implements NotificationEvent {}

  /** The SMS provider has taken the message. */
  @WireName("SmsSent")
  record SmsSent(
      NotificationId notificationId,
      Optional<CustomerId> customerId,
      String reason,
      String eventId,
      String reference,
      int attempt,
      Instant sentAt)
      implements NotificationEvent {}

  /** The push service of a browser has taken the message. */
  @WireName("PushNotificationSent")
  record PushNotificationSent(
      NotificationId notificationId,
      Optional<CustomerId> customerId,
      String reason,
      String eventId,
      String reference,
      int attempt,
      Instant sentAt)
      implements NotificationEvent {}

  /**
   * The message was not sent and is not tried again, unless an operator wants it.
   *
   * @param attempt how often it was tried
   * @param detail one line without personal data
   */
  @WireName("NotificationFailed")
  record NotificationFailed(
      NotificationId notificationId,
      Channel channel,
      Optional<CustomerId> customerId,
      String reason,
      String eventId,
      Failure failure,
      String detail,
      int attempt,
      Instant failedAt)
      implements NotificationEvent {}
}
