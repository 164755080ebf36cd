package io.cornershop.notifications.domain;

import static io.cornershop.notifications.NotificationFixtures.AT;
import static io.cornershop.notifications.NotificationFixtures.EMAIL;
import static io.cornershop.notifications.NotificationFixtures.EMAIL_SENT;
import static io.cornershop.notifications.NotificationFixtures.FAILED;
import static io.cornershop.notifications.NotificationFixtures.NOTE_EMAIL;
import static io.cornershop.notifications.NotificationFixtures.NOTE_PUSH;
import static io.cornershop.notifications.NotificationFixtures.NOTE_REFUSED;
import static io.cornershop.notifications.NotificationFixtures.NOTE_SMS;
import static io.cornershop.notifications.NotificationFixtures.PUSH_SENT;
import static io.cornershop.notifications.NotificationFixtures.SMS_SENT;

import io.cornershop.notifications.NotificationCommand;
import io.cornershop.notifications.NotificationCommand.NoteFailed;
import io.cornershop.notifications.NotificationEvent;
import io.cornershop.notifications.NotificationEvent.Failure;
import io.cornershop.notifications.NotificationEvent.NotificationFailed;
import io.cornershop.testing.DeciderSpec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NotificationDeciderTest {

  private static final NoteFailed AGAIN = new NoteFailed(EMAIL, Failure.EXPIRED, "too late", 2, AT);

  private final DeciderSpec<NotificationCommand, Notification, NotificationEvent> spec =
      DeciderSpec.of(new NotificationDecider());

  @Test
  void each_channel_has_its_event() {
    spec.given().when(NOTE_EMAIL).then(EMAIL_SENT);
    spec.given().when(NOTE_SMS).then(SMS_SENT);
    spec.given().when(NOTE_PUSH).then(PUSH_SENT);
  }

  @Test
  void what_was_told_is_not_told_again() {
    spec.given(EMAIL_SENT).when(NOTE_EMAIL).thenNothing();
    spec.given(FAILED).when(NOTE_REFUSED).thenNothing();
  }

  @Test
  void a_failure_is_told() {
    spec.given().when(NOTE_REFUSED).then(FAILED);
  }

  @Test
  void what_failed_can_fail_again_or_be_sent() {
    NotificationFailed again =
        new NotificationFailed(
            FAILED.notificationId(),
            FAILED.channel(),
            FAILED.customerId(),
            FAILED.reason(),
            FAILED.eventId(),
            Failure.EXPIRED,
            "too late",
            2,
            AT);
    spec.given(FAILED).when(AGAIN).then(again).when(NOTE_EMAIL).then(EMAIL_SENT);
  }

  @Test
  void what_was_sent_does_not_fail_any_more() {
    spec.given(EMAIL_SENT).when(AGAIN).thenNothing();
    spec.given(EMAIL_SENT, FAILED).when(NOTE_EMAIL).thenNothing();
  }
}
