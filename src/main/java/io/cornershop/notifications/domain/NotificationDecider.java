package io.cornershop.notifications.domain;

import io.cornershop.kernel.Decider;
import io.cornershop.notifications.NotificationCommand;
import io.cornershop.notifications.NotificationCommand.About;
import io.cornershop.notifications.NotificationCommand.NoteFailed;
import io.cornershop.notifications.NotificationCommand.NoteSent;
import io.cornershop.notifications.NotificationEvent;
import io.cornershop.notifications.NotificationEvent.EmailSent;
import io.cornershop.notifications.NotificationEvent.NotificationFailed;
import io.cornershop.notifications.NotificationEvent.PushNotificationSent;
import io.cornershop.notifications.NotificationEvent.SmsSent;
import io.cornershop.notifications.domain.Notification.Failed;
import io.cornershop.notifications.domain.Notification.None;
import io.cornershop.notifications.domain.Notification.Sent;
import java.util.List;

/** Tells each outcome once: what the delivery says again changes nothing. */
public final class NotificationDecider
    implements Decider<NotificationCommand, Notification, NotificationEvent> {

  @Override
  public Notification initial() {
    return new None();
  }

  @Override
  public List<NotificationEvent> decide(NotificationCommand command, Notification state) {
    return switch (command) {
      case NoteSent c -> state instanceof Sent ? List.of() : List.of(sent(c));
      case NoteFailed c -> isNews(c, state) ? List.of(failed(c)) : List.of();
    };
  }

  private static boolean isNews(NoteFailed c, Notification state) {
    return switch (state) {
      case None s -> true;
      case Failed s -> c.attempt() > s.attempt();
      case Sent s -> false;
    };
  }

  private static NotificationEvent sent(NoteSent c) {
    About a = c.about();
    return switch (a.channel()) {
      case EMAIL ->
          new EmailSent(
              a.notificationId(),
              a.customerId(),
              a.reason(),
              a.eventId(),
              c.reference(),
              c.attempt(),
              c.at());
      case SMS ->
          new SmsSent(
              a.notificationId(),
              a.customerId(),
              a.reason(),
              a.eventId(),
              c.reference(),
              c.attempt(),
              c.at());
      case PUSH ->
          new PushNotificationSent(
              a.notificationId(),
              a.customerId(),
              a.reason(),
              a.eventId(),
              c.reference(),
              c.attempt(),
              c.at());
    };
  }

  private static NotificationEvent failed(NoteFailed c) {
    About a = c.about();
    return new NotificationFailed(
        a.notificationId(),
        a.channel(),
        a.customerId(),
        a.reason(),
        a.eventId(),
        c.failure(),
        c.detail(),
        c.attempt(),
        c.at());
  }

  @Override
  public Notification evolve(Notification state, NotificationEvent event) {
    return switch (event) {
      case EmailSent e -> new Sent(e.attempt());
      case SmsSent e -> new Sent(e.attempt());
      case PushNotificationSent e -> new Sent(e.attempt());
      case NotificationFailed e -> state instanceof Sent ? state : new Failed(e.attempt());
    };
  }
}
