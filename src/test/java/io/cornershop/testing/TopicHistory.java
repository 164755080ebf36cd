package io.cornershop.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/**
 * What a topic tells to who reads it from the beginning and passes over what it has seen.
 *
 * @param sequences of each aggregate's events, in the order of their first records
 */
public record TopicHistory(Map<String, List<Long>> sequences) {

  /** The history so far. */
  public static TopicHistory of(String bootstrapServers, String topic) {
    Map<String, List<Long>> sequences = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (ConsumerRecord<String, String> record : TopicReader.readAll(bootstrapServers, topic)) {
      JsonNode event = TopicReader.json(record);
      if (seen.add(event.path("eventId").asString())) {
        sequences
            .computeIfAbsent(record.key(), key -> new ArrayList<>())
            .add(event.path("sequence").asLong());
      }
    }
    return new TopicHistory(sequences);
  }

  /** How many different events there are. */
  public long events() {
    return sequences.values().stream().mapToLong(List::size).sum();
  }

  /** The aggregates whose sequences are not 1, 2, 3 and so on. */
  public Map<String, List<Long>> disordered() {
    Map<String, List<Long>> disordered = new TreeMap<>(sequences);
    disordered.values().removeIf(TopicHistory::isOrdered);
    return disordered;
  }

  private static boolean isOrdered(List<Long> sequences) {
    for (int i = 0; i < sequences.size(); i++) {
      if (sequences.get(i) != i + 1) {
        return false;
      }
    }
    return true;
  }
}
