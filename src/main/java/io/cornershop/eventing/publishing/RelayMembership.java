package io.cornershop.eventing.publishing;

import io.cornershop.eventing.publishing.topics.Backoff;
import io.cornershop.eventing.publishing.topics.RelayTopic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * This node's place in the relay group. Runs in a thread of its own; what it found out can be asked
 * from any thread.
 *
 * <p>A term begins only when the place on the topic is fixed: a wake-up before it is of a commit
 * that was durable before, so the sweep at the take-over finds it.
 */
final class RelayMembership implements ConsumerRebalanceListener, Runnable {

  private static final Duration POLL = Duration.ofMillis(500);

  /** A topic that was made just now has no leader for a moment, which is no trouble yet. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(3);

  /** What a member knows of its place. */
  enum Place {
    /** Not decided yet. */
    UNKNOWN,
    /** Another member is the relay. */
    SECOND,
    /** This member is the relay. */
    FIRST
  }

  private final Runnable prepareTopics;
  private final Supplier<Consumer<byte[], String>> consumers;
  private final RelaySignal signal;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Place place = Place.UNKNOWN;
  private volatile long term;
  private volatile Optional<String> trouble = Optional.empty();
  private long terms;
  private boolean assigned;

  /**
   * @param prepareTopics throws while the topics are not there
   */
  RelayMembership(
      Runnable prepareTopics, Supplier<Consumer<byte[], String>> consumers, RelaySignal signal) {
    this.prepareTopics = prepareTopics;
    this.consumers = consumers;
    this.signal = signal;
  }

  Place place() {
    return place;
  }

  /** Counts the terms of this node; a number that is no longer the same has ended. */
  boolean holds(long number) {
    return place == Place.FIRST && term == number;
  }

  long term() {
    return term;
  }

  /** Why this node is not a member, if it could not become one. */
  Optional<String> trouble() {
    return trouble;
  }

  /** Leaves the group soon. */
  void close() {
    closing.countDown();
  }

  @Override
  public void run() {
    Backoff backoff = new Backoff();
    while (!isClosing()) {
      try {
        prepareTopics.run();
        takePart(backoff);
      } catch (InterruptException e) {
        return;
      } catch (RuntimeException e) {
        trouble = Optional.of(String.valueOf(e.getMessage()));
        signal.bell().ring();
        pause(backoff.next());
      }
    }
  }

  private void takePart(Backoff backoff) {
    Consumer<byte[], String> consumer = consumers.get();
    try {
      consumer.subscribe(List.of(RelayTopic.NAME), this);
      while (!isClosing()) {
        for (ConsumerRecord<byte[], String> wakeUp : consumer.poll(POLL)) {
          RelayTopic.deliver(wakeUp.value(), signal::accept, signal::sweepSoon);
        }
        takeOver(consumer);
        if (place != Place.UNKNOWN) {
          trouble = Optional.empty();
          backoff.reset();
        }
      }
    } finally {
      leave();
      consumer.close(CloseOptions.timeout(LONGEST_GOODBYE));
    }
  }

  private void takeOver(Consumer<byte[], String> consumer) {
    if (!assigned || place == Place.FIRST) {
      return;
    }
    try {
      consumer.seekToEnd(List.of(RelayTopic.PARTITION));
      consumer.position(RelayTopic.PARTITION, PATIENCE);
      terms++;
      term = terms;
      place = Place.FIRST;
      signal.bell().ring();
    } catch (TimeoutException e) {
      trouble = Optional.of("Kafka does not say where the topic " + RelayTopic.NAME + " ends");
    }
  }

  private void leave() {
    assigned = false;
    place = Place.UNKNOWN;
    signal.bell().ring();
  }

  /** Also when another member comes or goes: nobody may have been told of what it stored last. */
  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (!partitions.isEmpty()) {
      assigned = true;
    } else if (!assigned) {
      place = Place.SECOND;
    }
    signal.sweepSoon();
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    if (!partitions.isEmpty()) {
      leave();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void pause(Duration length) {
    try {
      closing.await(length.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
      Thread.currentThread().interrupt();
    }
  }
}
