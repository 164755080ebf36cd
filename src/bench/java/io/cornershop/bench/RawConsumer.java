package io.cornershop.bench;

import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The loop that one writes by hand: poll, decode, one bulk write, commit. No order to keep, no
 * failure to survive. It polls what Kafka's client gives by default.
 */
final class RawConsumer {

  private RawConsumer() {}

  static void run(
      Map<String, Object> kafka, ConsumedTopic topic, Upserts rows, Countdown countdown) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put("group.id", "bench-raw-" + Sample.newId());
    config.put("auto.offset.reset", "earliest");
    config.put("enable.auto.commit", false);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(Set.of(topic.name()));
      while (!countdown.isOver()) {
        List<EventEnvelope> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          countdown.came();
          events.add(EnvelopeJson.read(record.value()));
        }
        if (!events.isEmpty()) {
          rows.write(events);
          countdown.handled(events.size());
          consumer.commitAsync();
        }
      }
    }
  }
}
