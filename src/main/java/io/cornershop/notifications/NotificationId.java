package io.cornershop.notifications;

import io.cornershop.kernel.Identifier;

/** Names one message to one person by one channel. */
public record NotificationId(String value) implements Identifier {

  public NotificationId {
    Identifier.requireValid("notificationId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
