package io.cornershop.notifications;

import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.NotificationCommand.About;
import io.cornershop.notifications.NotificationCommand.NoteFailed;
import io.cornershop.notifications.NotificationCommand.NoteSent;
import io.cornershop.notifications.NotificationEvent.EmailSent;
import io.cornershop.notifications.NotificationEvent.Failure;
import io.cornershop.notifications.NotificationEvent.NotificationFailed;
import io.cornershop.notifications.NotificationEvent.PushNotificationSent;
import io.cornershop.notifications.NotificationEvent.SmsSent;
import java.time.Instant;
import java.util.Optional;

/** Messages about one order. */
public final class NotificationFixtures {

  public static final CustomerId ADA = new CustomerId("customer-ada");
  public static final Instant AT = Instant.parse("2026-03-08T12:00:01Z");
  public static final String EVENT = "01a21444-5e28-7416-b5ea-eefc3437143a";
  public static final String REASON = "OrderShipped";

  public static final About EMAIL = about("mail-1", Channel.EMAIL);
  public static final About SMS = about("sms-1", Channel.SMS);
  public static final About PUSH = about("push-1", Channel.PUSH);

  public static final NoteSent NOTE_EMAIL = new NoteSent(EMAIL, "<mail-1@shop>", 1, AT);
  public static final NoteSent NOTE_SMS = new NoteSent(SMS, "SM1", 1, AT);
  public static final NoteSent NOTE_PUSH = new NoteSent(PUSH, "p-1", 1, AT);
  public static final NoteFailed NOTE_REFUSED =
      new NoteFailed(EMAIL, Failure.REFUSED, "550 no such mailbox", 1, AT);

  public static final EmailSent EMAIL_SENT =
      new EmailSent(
          EMAIL.notificationId(), Optional.of(ADA), REASON, EVENT, "<mail-1@shop>", 1, AT);
  public static final SmsSent SMS_SENT =
      new SmsSent(SMS.notificationId(), Optional.of(ADA), REASON, EVENT, "SM1", 1, AT);
  public static final PushNotificationSent PUSH_SENT =
      new PushNotificationSent(
          PUSH.notificationId(), Optional.of(ADA), REASON, EVENT, "p-1", 1, AT);
  public static final NotificationFailed FAILED =
      new NotificationFailed(
          EMAIL.notificationId(),
          Channel.EMAIL,
          Optional.of(ADA),
          REASON,
          EVENT,
          Failure.REFUSED,
          "550 no such mailbox",
          1,
          AT);

  private NotificationFixtures() {}

  private static About about(String id, Channel channel) {
    return new About(new NotificationId(id), channel, Optional.of(ADA), REASON, EVENT);
  }
}
