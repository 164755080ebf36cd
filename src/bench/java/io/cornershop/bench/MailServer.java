package io.cornershop.bench;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.notifications.messages.OutgoingMessage;
import io.cornershop.notifications.messages.Transport;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A provider that is down until it is said to be up, and counts what it takes. Thread-safe. */
final class MailServer implements Transport {

  private final Map<NotificationId, Integer> taken = new ConcurrentHashMap<>();
  private final Map<Long, Integer> bySecond = new ConcurrentHashMap<>();
  private volatile boolean up;

  void up() {
    up = true;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public Outcome deliver(OutgoingMessage message) {
    if (!up) {
      return new Outcome.NotNow("There is no connection", Optional.empty());
    }
    taken.merge(message.id(), 1, Integer::sum);
    bySecond.merge(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime()), 1, Integer::sum);
    return new Outcome.Sent("");
  }

  @Override
  public Outcome ask(OutgoingMessage message) {
    return new Outcome.Unknown("a mail server cannot be asked");
  }

  /** How many messages it has. */
  int messages() {
    return taken.size();
  }

  /** How often it took the one that it took most often. */
  int mostOfOne() {
    return taken.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** How many it took within the second in which it took most. */
  int mostInASecond() {
    return bySecond.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
