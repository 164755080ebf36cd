package io.cornershop.eventing.publishing;

import io.cornershop.kernel.ReplayFirewall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Events on their way to Kafka, from a number on. Sends without waiting; keeps count of what is
 * acknowledged. Sends come from one thread, acknowledgements from the producer's own.
 *
 * <p>After the first record that Kafka refuses it sends nothing more, not even what the producer
 * still holds: the broker refuses what was on the wire behind the gap in the producer's sequence,
 * and closing by force, within the very callback, keeps the rest from being sent again under new
 * sequences. So no record passes an earlier one of its key. Its successor begins where everything
 * is acknowledged.
 */
final class Publication {

  private static final int MAX_COMMITS = 1_000;
  private static final long MAX_BYTES = 16L << 20;
  private static final Duration STALLED = Duration.ofSeconds(3);

  private final Producer<String, byte[]> producer;
  private final EventRecords records;
  private final AckWindow window;
  private final Runnable progress;

  /**
   * @param acknowledged the number up to which everything is on Kafka
   * @param progress is called after every answer of Kafka
   */
  Publication(
      Producer<String, byte[]> producer,
      EventRecords records,
      long acknowledged,
      Runnable progress) {
    this.producer = producer;
    this.records = records;
    this.window = new AckWindow(acknowledged);
    this.progress = progress;
  }

  /** Hands all events of a commit over; the numbers of commits must be dense. */
  void send(NumberedCommit commit) {
    ReplayFirewall.requireLive("the publisher of events");
    List<ProducerRecord<String, byte[]>> sending = records.of(commit);
    long bytes = sending.stream().mapToLong(record -> record.value().length).sum();
    window.sent(commit.number(), sending.size(), bytes);
    for (ProducerRecord<String, byte[]> record : sending) {
      if (window.failure().isPresent()) {
        return;
      }
      send(record, commit.number());
    }
  }

  private void send(ProducerRecord<String, byte[]> record, long number) {
    try {
      producer.send(record, (metadata, failure) -> answered(number, failure));
    } catch (RuntimeException e) {
      fail(e);
      throw e;
    }
  }

  private void answered(long number, Exception failure) {
    if (failure == null) {
      window.acknowledge(number);
    } else {
      fail(failure);
    }
    progress.run();
  }

  private void fail(Exception cause) {
    if (window.fail(cause)) {
      producer.close(Duration.ZERO);
    }
  }

  /** Whether more should be sent before something is acknowledged. */
  boolean hasRoom() {
    return window.commits() < MAX_COMMITS && window.bytes() < MAX_BYTES;
  }

  /** Whether Kafka owes an answer for so long that it seems to be down. */
  boolean stalled() {
    return window.oldest().compareTo(STALLED) > 0;
  }

  /** Everything up to this number is on Kafka. */
  long acknowledged() {
    return window.acknowledged();
  }

  int inFlight() {
    return window.commits();
  }

  Optional<Exception> failure() {
    return window.failure();
  }

  /** Waits up to {@code longest} for what was sent; zero drops it at once. */
  void close(Duration longest) {
    producer.close(longest);
  }
}
