package io.cornershop.bench;

import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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

  /** From the first record of the topic to the last that is counted. */
  static void run(
      Map<String, Object> kafka, ConsumedTopic topic, Upserts rows, Countdown countdown) {
    run(
        kafka,
        topic.name(),
        countdown::isOver,
        events -> {
          countdown.came();
          rows.write(events);
          countdown.handled(events.size());
        });
  }

  /**
   * Consumes a topic from its beginning.
   *
   * @param over whether to end
   * @param write is given what each poll has brought, if anything
   */
  static void run(
      Map<String, Object> kafka,
      String topic,
      BooleanSupplier over,
      Consumer<List<EventEnvelope>> write) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put("group.id", "bench-raw-" + Sample.newId());
    config.put("auto.offset.reset", "earliest");
    config.put("enable.auto.commit", false);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(Set.of(topic));
      while (!over.getAsBoolean()) {
        List<EventEnvelope> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          events.add(EnvelopeJson.read(record.value()));
        }
        if (!events.isEmpty()) {
          write.accept(events);
          consumer.commitAsync();
        }
      }
    }
  }
}
