package io.cornershop.bench;

import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StreamHead;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** A topic that is filled once and consumed by both sides, each round by a new group. */
final class ConsumedTopic implements AutoCloseable {

  private final Admin admin;
  private final String name = "bench-consumed-" + Sample.newId();
  private final int records;

  private ConsumedTopic(Map<String, Object> kafka, int records) {
    this.admin = Admin.create(new HashMap<>(kafka));
    this.records = records;
  }

  /** So many events, each of another aggregate, as the relay sends them. */
  static ConsumedTopic filled(Bench bench, int records) throws InterruptedException {
    ConsumedTopic topic = new ConsumedTopic(bench.kafkaProperties(), records);
    topic.create();
    try (Producer<String, byte[]> producer = bench.kafka().producer(5)) {
      for (int n = 1; n <= records; n++) {
        producer.send(topic.record(bench, n));
      }
    }
    return topic;
  }

  /** Without any event, and nothing else writes to it but who knows its name. */
  static ConsumedTopic empty(Bench bench) throws InterruptedException {
    ConsumedTopic topic = new ConsumedTopic(bench.kafkaProperties(), 0);
    topic.create();
    return topic;
  }

  /**
   * Returns when its leaders answer: of several requests under way to a partition that has none
   * yet, a later one may be taken first, and the client would repeat the first for ever.
   */
  private void create() throws InterruptedException {
    try {
      admin.createTopics(List.of(new NewTopic(name, OurEngine.PARTITIONS, (short) 1))).all().get();
      Map<TopicPartition, OffsetSpec> beginnings = new HashMap<>();
      for (int partition = 0; partition < OurEngine.PARTITIONS; partition++) {
        beginnings.put(new TopicPartition(name, partition), OffsetSpec.earliest());
      }
      admin.listOffsets(beginnings).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka makes no topic: " + e.getCause(), e);
    }
  }

  private ProducerRecord<String, byte[]> record(Bench bench, long number) {
    return record(bench.sample(), Sample.newStream(), number);
  }

  /** The first event of a stream, as the relay sends it. */
  ProducerRecord<String, byte[]> record(Sample sample, StreamId stream, long number) {
    EventEnvelope event =
        sample
            .commit(StreamHead.empty(stream))
            .events()
            .getFirst()
            .at(number * EventEnvelope.POSITIONS_PER_COMMIT);
    byte[] value = EnvelopeJson.write(event).getBytes(StandardCharsets.UTF_8);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(name, event.stream().aggregateId(), value);
    record.headers().add("eventType", event.type().name().getBytes(StandardCharsets.UTF_8));
    record.headers().add("epoch", InMemoryEventStore.EPOCH.getBytes(StandardCharsets.UTF_8));
    return record;
  }

  String name() {
    return name;
  }

  int records() {
    return records;
  }

  @Override
  public void close() {
    admin.deleteTopics(List.of(name));
    admin.close();
  }
}
