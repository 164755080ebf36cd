package io.cornershop.eventing.publishing.letters;

import io.cornershop.eventing.deadletters.DerivedRecords;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.publishing.topics.KafkaConnection;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/** Sends records of letters to Kafka, one after the other. Thread-safe. */
public final class LetterPublisher implements DerivedRecords, AutoCloseable {

  /** As long as the producer may block, and then try. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final LetterRecords records;
  private final KafkaConnection kafka;
  private Optional<Producer<String, byte[]>> producer = Optional.empty();

  /**
   * @param largestPayload in bytes; a larger one is left out of the record
   */
  public LetterPublisher(KafkaConnection kafka, int largestPayload) {
    this.kafka = kafka;
    this.records = new LetterRecords(largestPayload);
  }

  @Override
  public void send(Letter letter, Optional<byte[]> payload) {
    try {
      producer().send(records.of(letter, payload)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new Unavailable("Kafka does not take a dead letter now", RETRY_AFTER, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("Interrupted", RETRY_AFTER, e);
    }
  }

  /** Opened with the first letter: most platforms have none. */
  private synchronized Producer<String, byte[]> producer() {
    if (producer.isEmpty()) {
      producer = Optional.of(kafka.letterProducer());
    }
    return producer.get();
  }

  @Override
  public synchronized void close() {
    producer.ifPresent(open -> open.close(RETRY_AFTER));
    producer = Optional.empty();
  }
}
