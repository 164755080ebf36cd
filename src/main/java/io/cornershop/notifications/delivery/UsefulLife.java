package io.cornershop.notifications.delivery;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.messages.Subject;
import java.time.Duration;
import java.time.Instant;

/**
 * How long after an event somebody still wants to be told of it.
 *
 * @param mandatory what must be told, by e-mail
 * @param email other e-mails
 * @param instant by SMS and push
 */
public record UsefulLife(Duration mandatory, Duration email, Duration instant) {

  /** The end of it. */
  public Instant of(Subject subject, Channel channel, Instant from) {
    if (channel != Channel.EMAIL) {
      return from.plus(instant);
    }
    return from.plus(subject.mandatory() ? mandatory : email);
  }
}
