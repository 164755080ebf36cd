package io.cornershop.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka by hand: a topic for each side, plain producers, records like those of the engine. */
final class RawKafka implements AutoCloseable {

  /** The header that names the aggregate. */
  static final String SUBJECT = "ce_subject";

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final String brokers;
  private final String oursTopic;
  private final String rawTopic;

  RawKafka(String brokers, String run) {
    this.brokers = brokers;
    this.oursTopic = "bench-ours-" + run;
    this.rawTopic = "bench-raw-" + run;
    try (Admin admin = admin()) {
      admin
          .createTopics(List.of(new NewTopic(rawTopic, OurEngine.PARTITIONS, (short) 1)))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka makes no topic: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", brokers));
  }

  String oursTopic() {
    return oursTopic;
  }

  /**
   * As durable as the engine's: all in-sync replicas, idempotent.
   *
   * @param linger milliseconds for which a record may wait for others
   */
  Producer<String, byte[]> producer(int linger) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            brokers,
            "acks",
            "all",
            "enable.idempotence",
            true,
            "linger.ms",
            linger),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  /** The first record that the engine has published: what the raw side sends too. */
  RecordTwin publishedByOurs() {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            brokers,
            "group.id",
            "bench-" + UUID.randomUUID(),
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            false);
    long end = System.nanoTime() + DEADLINE.toNanos();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(Set.of(oursTopic));
      while (System.nanoTime() - end < 0) {
        for (ConsumerRecord<String, byte[]> found : consumer.poll(Duration.ofMillis(200))) {
          return new RecordTwin(rawTopic, found.value(), found.headers());
        }
      }
    }
    throw new IllegalStateException("The engine has published nothing to " + oursTopic);
  }

  /** Copies of a record with the same value and headers, for other aggregates. */
  record RecordTwin(String topic, byte[] value, Headers original) {

    ProducerRecord<String, byte[]> of(String aggregateId) {
      RecordHeaders headers = new RecordHeaders(original);
      headers.remove(SUBJECT);
      headers.add(SUBJECT, aggregateId.getBytes(StandardCharsets.UTF_8));
      return new ProducerRecord<>(topic, null, aggregateId, value, headers);
    }
  }

  /** Deletes both topics. */
  @Override
  public void close() {
    try (Admin admin = admin()) {
      Set<String> mine = Set.of(oursTopic, rawTopic);
      Set<String> there = admin.listTopics().names().get();
      admin.deleteTopics(mine.stream().filter(there::contains).toList()).all().get();
    } catch (ExecutionException e) {
      System.err.println("The topics of the run are left: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
