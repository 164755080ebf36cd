package io.cornershop.testing;

import io.cornershop.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;

/** An independent consumer: what anybody else sees on a topic. */
public final class TopicReader {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private TopicReader() {}

  /** All records of a key so far, from the beginning, at least {@code atLeast} within 30 s. */
  public static List<ConsumerRecord<String, String>> read(
      String bootstrapServers, String topic, String key, int atLeast) {
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    Instant end = Instant.now().plus(DEADLINE);
    try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (found.size() < atLeast) {
        if (Instant.now().isAfter(end)) {
          throw new AssertionError("Only " + found.size() + " records of " + key + " on " + topic);
        }
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                record -> {
                  if (key.equals(record.key())) {
                    found.add(record);
                  }
                });
      }
    }
    return found;
  }

  /** All records that are there now, each partition's in its order. */
  public static List<ConsumerRecord<String, String>> readAll(
      String bootstrapServers, String topic) {
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    Instant late = Instant.now().plus(DEADLINE);
    try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        if (Instant.now().isAfter(late)) {
          throw new AssertionError("Only " + found.size() + " records on " + topic);
        }
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
    }
    return found;
  }

  private static KafkaConsumer<String, String> consumer(String bootstrapServers) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false"),
        new StringDeserializer(),
        new StringDeserializer());
  }

  /** The headers as text. */
  public static Map<String, String> headers(ConsumerRecord<String, String> record) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return headers;
  }

  /** The value as JSON. */
  public static JsonNode json(ConsumerRecord<String, String> record) {
    return Json.TOLERANT.readTree(record.value());
  }
}
