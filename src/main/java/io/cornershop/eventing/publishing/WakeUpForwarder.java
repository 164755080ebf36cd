package io.cornershop.eventing.publishing;

import io.cornershop.eventing.publishing.RelaySignal.WakeUp;
import io.cornershop.eventing.publishing.topics.RelayTopic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Sends this node's wake-ups to the relay on another node: many in one record, one record at a
 * time. A record that is lost becomes the wish for a sweep. One thread.
 */
final class WakeUpForwarder {

  private static final int LARGEST_RECORD = 1_000;
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(1);

  private final Supplier<Producer<String, String>> producers;
  private final RelaySignal signal;
  private Optional<Producer<String, String>> producer = Optional.empty();
  private Optional<Future<RecordMetadata>> onTheWay = Optional.empty();

  WakeUpForwarder(Supplier<Producer<String, String>> producers, RelaySignal signal) {
    this.producers = producers;
    this.signal = signal;
  }

  /** Sends what waits, unless a record is still on its way. */
  void forward() {
    if (onTheWay.map(sending -> !sending.isDone()).orElse(false)) {
      return;
    }
    onTheWay.ifPresent(this::checkArrived);
    onTheWay = Optional.empty();
    boolean sweep = signal.takeSweepWish();
    List<String> ids = signal.take(LARGEST_RECORD).stream().map(WakeUp::commitId).toList();
    if (sweep || !ids.isEmpty()) {
      if (producer.isEmpty()) {
        producer = Optional.of(producers.get());
      }
      onTheWay =
          Optional.of(
              producer
                  .get()
                  .send(
                      RelayTopic.wakeUp(ids, sweep), (metadata, failure) -> signal.bell().ring()));
    }
  }

  private void checkArrived(Future<RecordMetadata> sent) {
    try {
      sent.get(0, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      signal.sweepSoon();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends what still waits and gives it a moment to arrive. */
  void close() {
    forward();
    producer.ifPresent(open -> open.close(LONGEST_GOODBYE));
    producer = Optional.empty();
  }
}
