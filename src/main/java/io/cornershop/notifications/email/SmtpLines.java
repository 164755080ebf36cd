package io.cornershop.notifications.email;

import io.cornershop.notifications.messages.Outcome;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The connections to one mail server: used again, and closed when nobody needs them. Whatever is
 * done over one has an end: then it is cut. Thread-safe.
 */
final class SmtpLines implements AutoCloseable {

  private record Idle(SmtpLine line, long since) {}

  private final Supplier<SmtpLine> make;
  private final Duration longest;
  private final Duration longestIdle;
  private final Deque<Idle> idle = new ArrayDeque<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("cornershop-mail").daemon(true).factory());
  private boolean closed;

  /**
   * @param longestIdle after which one is closed
   */
  SmtpLines(MailSettings settings, Supplier<SmtpLine> make, Duration longestIdle) {
    this.make = make;
    this.longest = settings.longest();
    this.longestIdle = longestIdle;
    long pause = longestIdle.toMillis();
    timer.scheduleWithFixedDelay(this::closeIdle, pause, pause, TimeUnit.MILLISECONDS);
  }

  /** One that answers, for one message; there are as many as threads that ask at the same time. */
  SmtpLine open() throws IOException, MessagingException {
    long end = System.nanoTime() + longest.toNanos();
    SmtpLine line = take(end).orElseGet(make);
    Future<?> cut = cutAt(end, line);
    try {
      if (!line.isOpen()) {
        line.open();
      }
      return line;
    } catch (IOException | MessagingException e) {
      line.cut();
      throw e;
    } finally {
      cut.cancel(false);
    }
  }

  /** Sends over an open one, and takes it back. */
  Outcome send(SmtpLine line, Letter letter, Address to) {
    Future<?> cut = cutAt(System.nanoTime() + longest.toNanos(), line);
    try {
      Outcome outcome = line.send(letter, to);
      giveBack(line, outcome instanceof Outcome.Sent || outcome instanceof Outcome.Refused);
      return outcome;
    } finally {
      cut.cancel(false);
    }
  }

  private Future<?> cutAt(long end, SmtpLine line) {
    return timer.schedule(line::cut, end - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  /** A connection that still answers; where one has died, the others will have died with it. */
  private Optional<SmtpLine> take(long end) {
    Optional<SmtpLine> line = next();
    if (line.isEmpty()) {
      return line;
    }
    Future<?> cut = cutAt(end, line.get());
    try {
      if (line.get().isConnected()) {
        return line;
      }
    } finally {
      cut.cancel(false);
    }
    for (; line.isPresent(); line = next()) {
      line.get().cut();
    }
    return Optional.empty();
  }

  private synchronized Optional<SmtpLine> next() {
    return Optional.ofNullable(idle.pollLast()).map(Idle::line);
  }

  /** Takes one back, for the next message if it is sound. */
  void giveBack(SmtpLine line, boolean isSound) {
    synchronized (this) {
      if (isSound && !closed) {
        idle.addLast(new Idle(line, System.nanoTime()));
        return;
      }
    }
    line.quit();
  }

  private void closeIdle() {
    for (Optional<SmtpLine> line = nextUnused(); line.isPresent(); line = nextUnused()) {
      line.get().quit();
    }
  }

  private synchronized Optional<SmtpLine> nextUnused() {
    Idle longest = idle.peekFirst();
    boolean isUnused =
        longest != null && System.nanoTime() - longest.since() >= longestIdle.toNanos();
    return isUnused ? Optional.of(idle.removeFirst().line()) : Optional.empty();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    synchronized (this) {
      closed = true;
    }
    for (Optional<SmtpLine> line = next(); line.isPresent(); line = next()) {
      line.get().quit();
    }
  }
}
