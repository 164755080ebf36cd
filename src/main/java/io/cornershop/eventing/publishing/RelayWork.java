package io.cornershop.eventing.publishing;

import io.cornershop.eventing.publishing.RelayMembership.Place;
import io.cornershop.eventing.publishing.RelayStatus.Condition;
import io.cornershop.eventing.publishing.topics.Backoff;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;

/**
 * What a node does all day: relays while it is the relay, else sends its wake-ups to the one that
 * is. Runs in a thread of its own until it is closed; no error ends it.
 */
final class RelayWork implements Runnable {

  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(5);

  private final Destination destination;
  private final RelaySignal signal;
  private final RelaySettings settings;
  private final RelayMembership membership;
  private final ConditionLog condition;
  private final WakeUpForwarder forwarder;
  private final Backoff backoff = new Backoff();
  private final CountDownLatch closing = new CountDownLatch(1);
  private Optional<RelayTerm> term = Optional.empty();
  private long termNumber;

  RelayWork(
      Destination destination,
      RelaySignal signal,
      RelaySettings settings,
      RelayMembership membership,
      ConditionLog condition) {
    this.destination = destination;
    this.signal = signal;
    this.settings = settings;
    this.membership = membership;
    this.condition = condition;
    this.forwarder = new WakeUpForwarder(settings.kafka()::wakeUpProducer, signal);
  }

  /** Lets it drain and end. */
  void close() {
    closing.countDown();
    signal.bell().ring();
  }

  @Override
  public void run() {
    while (closing.getCount() > 0) {
      try {
        Duration pause = membership.place() == Place.FIRST ? lead() : follow();
        backoff.reset();
        signal.bell().await(pause);
      } catch (InterruptedException e) {
        closing.countDown();
      } catch (RuntimeException e) {
        report(e);
        pause(backoff.next());
      }
    }
    finish();
    condition.enter(Condition.CLOSED);
  }

  /** Makes one step and says how long nothing needs to be done. */
  private Duration lead() {
    long number = membership.term();
    if (term.isEmpty() || termNumber != number) {
      endTerm();
      termNumber = number;
      term = Optional.of(newTerm(number));
    }
    RelayTerm current = term.get();
    boolean busy = current.step();
    if (current.stalled()) {
      condition.enter(Condition.WAITING_FOR_KAFKA, "Kafka does not acknowledge");
    } else {
      condition.enter(Condition.RUNNING);
    }
    return busy ? Duration.ZERO : current.isBehind() || current.hasChores() ? SOON : IDLE;
  }

  private RelayTerm newTerm(long number) {
    return new RelayTerm(
        destination.outbox(),
        signal,
        this::begin,
        settings.sweepInterval(),
        () -> membership.holds(number));
  }

  private Publication begin(long acknowledged) {
    destination.note();
    String epoch = destination.outbox().commits().epoch();
    return settings.publisher().begin(epoch, acknowledged, signal.bell()::ring);
  }

  private Duration follow() {
    endTerm();
    if (membership.trouble().isPresent()) {
      condition.enter(Condition.WAITING_FOR_KAFKA, membership.trouble().orElse(""));
    } else if (settings.takesPart() && membership.place() == Place.UNKNOWN) {
      condition.enter(Condition.JOINING);
    } else {
      condition.enter(Condition.STANDBY);
      forwarder.forward();
    }
    return IDLE;
  }

  private void endTerm() {
    term.ifPresent(RelayTerm::abandon);
    term = Optional.empty();
  }

  private void report(RuntimeException e) {
    switch (e) {
      case Unavailable u -> condition.enter(Condition.WAITING_FOR_STORE, u.getMessage());
      case RelaySetback s -> condition.enter(s.condition(), s.getMessage());
      case KafkaException k -> condition.enter(Condition.WAITING_FOR_KAFKA, k.getMessage());
      default -> condition.fail(e);
    }
  }

  private void finish() {
    try {
      drain();
      forwarder.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      report(e);
    } finally {
      endTerm();
    }
  }

  private void drain() throws InterruptedException {
    if (term.isEmpty()) {
      return;
    }
    RelayTerm last = term.get();
    long end = System.nanoTime() + LONGEST_DRAIN.toNanos();
    while (membership.holds(termNumber) && System.nanoTime() < end) {
      boolean busy = last.step();
      if (!busy && !last.isBehind()) {
        break;
      }
      signal.bell().await(busy ? Duration.ZERO : SOON);
    }
    last.finish(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
  }

  private void pause(Duration length) {
    try {
      closing.await(length.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }
}
