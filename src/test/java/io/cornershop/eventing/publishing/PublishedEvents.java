package io.cornershop.eventing.publishing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What an independent consumer has read of a topic from its beginning. */
final class PublishedEvents implements AutoCloseable {

  private static final Duration DEADLINE = Duration.ofSeconds(90);

  private final KafkaConsumer<String, byte[]> consumer;
  private final String topic;
  private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

  PublishedEvents(String bootstrapServers, String topic) {
    this.topic = topic;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  /** Reads until so many different events were seen. */
  PublishedEvents await(int events) {
    return await(read -> read.distinct() >= events, events + " events");
  }

  private PublishedEvents await(Predicate<PublishedEvents> enough, String what) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!enough.test(this)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Expected " + what + ", saw " + distinct());
      }
      poll();
    }
    return this;
  }

  /** Reads what is there, from the moment on when the topic is there. */
  private void poll() {
    if (consumer.assignment().isEmpty()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    } else {
      consumer.poll(Duration.ofMillis(200)).forEach(records::add);
    }
  }

  int distinct() {
    return sequences().values().stream().mapToInt(seen -> new TreeSet<>(seen).size()).sum();
  }

  /** All records that were read. */
  int total() {
    return records.size();
  }

  /** The sequences of each key in the order of their first appearance. */
  Map<String, List<Long>> sequences() {
    Map<String, List<Long>> sequences = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      List<Long> seen = sequences.computeIfAbsent(record.key(), key -> new ArrayList<>());
      Long sequence = Long.valueOf(headers(record).get("sequence"));
      if (!seen.contains(sequence)) {
        seen.add(sequence);
      }
    }
    return sequences;
  }

  List<ConsumerRecord<String, byte[]>> records() {
    return records;
  }

  static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    StreamSupport.stream(record.headers().spliterator(), false)
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return headers;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
