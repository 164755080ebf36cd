package io.cornershop.eventing.publishing.letters;

import io.cornershop.eventing.deadletters.DerivedRecords;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends records of letters to Kafka, one after the other. Thread-safe. */
public final class LetterPublisher implements DerivedRecords, AutoCloseable {

  private static final int PATIENCE_MILLIS = 5_000;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final LetterRecords records;
  private final Map<String, Object> brokers;
  private Optional<Producer<String, byte[]>> producer = Optional.empty();

  /**
   * @param brokers the properties of any client of theirs
   * @param largestPayload in bytes; a larger one is left out of the record
   */
  public LetterPublisher(Map<String, Object> brokers, int largestPayload) {
    this.brokers = Map.copyOf(brokers);
    this.records = new LetterRecords(largestPayload);
  }

  @Override
  public void send(Letter letter, Optional<byte[]> payload) {
    try {
      producer().send(records.of(letter, payload)).get(2L * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
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
      producer =
          Optional.of(
              new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer()));
    }
    return producer.get();
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(brokers);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "cornershop-dead-letters");
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    return settings;
  }

  @Override
  public synchronized void close() {
    producer.ifPresent(open -> open.close(RETRY_AFTER));
    producer = Optional.empty();
  }
}
