package io.cornershop.launcher.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** The newest mails, so many and so large that they do no harm. Thread-safe. */
final class Inbox {

  static final int MOST = 1_000;
  static final int MOST_BYTES = 16 << 20;

  private final Deque<Mail> newestFirst = new ArrayDeque<>();
  private long last;
  private long bytes;

  /** Takes in what {@code make} makes of its number. */
  synchronized void add(LongFunction<Mail> make) {
    Mail mail = make.apply(++last);
    newestFirst.addFirst(mail);
    bytes += mail.size();
    while (newestFirst.size() > MOST || bytes > MOST_BYTES && newestFirst.size() > 1) {
      bytes -= newestFirst.removeLast().size();
    }
  }

  /** The newest ones, to one address where one is named. */
  synchronized List<Mail> newest(int limit, Optional<String> to) {
    return newestFirst.stream()
        .filter(mail -> to.isEmpty() || mail.to().equalsIgnoreCase(to.get()))
        .limit(limit)
        .toList();
  }

  synchronized Optional<Mail> find(long id) {
    return newestFirst.stream().filter(mail -> mail.id() == id).findFirst();
  }

  synchronized void clear() {
    newestFirst.clear();
    bytes = 0;
  }
}
