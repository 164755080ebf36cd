package io.cornershop.eventing.crashes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * All that is on a topic, from its beginning to its end.
 *
 * @param firstOccurrences the different values of each key, in the order in which each came first
 * @param records how many there are, repeats among them
 */
record PublishedHistory(Map<String, List<String>> firstOccurrences, int records) {

  private static final Duration POLL = Duration.ofMillis(500);

  static PublishedHistory of(String bootstrapServers, String topic) {
    Map<String, Set<String>> seen = new TreeMap<>();
    int records = 0;
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          seen.computeIfAbsent(record.key(), key -> new LinkedHashSet<>())
              .add(new String(record.value(), StandardCharsets.UTF_8));
          records++;
        }
      }
    }
    return new PublishedHistory(
        seen.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> List.copyOf(e.getValue()), (a, b) -> a, TreeMap::new)),
        records);
  }
}
