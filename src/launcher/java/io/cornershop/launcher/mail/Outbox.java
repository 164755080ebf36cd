package io.cornershop.launcher.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The newest SMS and push messages of the local run. Thread-safe. */
final class Outbox {

  static final int MOST = 1_000;

  /**
   * What came.
   *
   * @param id as the provider that this stands for would call it
   * @param channel SMS or PUSH
   * @param to the number, or the address of the push subscription
   * @param text of an SMS; of a push message only its size and topic, for only the browser can read
   *     it
   */
  record Message(String id, String channel, String to, String text) {}

  private final Deque<Message> newestFirst = new ArrayDeque<>();
  private long last;

  synchronized Message add(String channel, String to, String text) {
    Message message = new Message("SM%032x".formatted(++last), channel, to, text);
    newestFirst.addFirst(message);
    while (newestFirst.size() > MOST) {
      newestFirst.removeLast();
    }
    return message;
  }

  synchronized List<Message> newest(int limit, Predicate<Message> wanted) {
    return newestFirst.stream().filter(wanted).limit(limit).toList();
  }
}
