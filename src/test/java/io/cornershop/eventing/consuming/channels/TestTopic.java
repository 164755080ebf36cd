package io.cornershop.eventing.consuming.channels;

import io.cornershop.eventing.consuming.ConsumingFixtures;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.testing.Await;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic and a consumer group of one test. */
final class TestTopic implements AutoCloseable {

  private final String name = "counters-" + UUID.randomUUID();
  private final Map<String, Object> brokers;
  private final Admin admin;
  private final Producer<String, byte[]> producer;

  TestTopic(String bootstrapServers) {
    this.brokers = Map.of("bootstrap.servers", bootstrapServers);
    this.admin = Admin.create(brokers);
    Map<String, Object> config = new HashMap<>(brokers);
    // With more than one, a first batch that meets a fresh partition too early is overtaken.
    config.put("max.in.flight.requests.per.connection", 1);
    config.put("max.request.size", 64 << 20);
    config.put("buffer.memory", 96L << 20);
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  TestTopic create(int partitions) {
    try {
      admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** With one partition, for records of this size. */
  TestTopic createFor(int recordBytes) {
    String bytes = String.valueOf(recordBytes);
    try {
      admin
          .createTopics(
              List.of(new NewTopic(name, 1, (short) 1).configs(Map.of("max.message.bytes", bytes))))
          .all()
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  String name() {
    return name;
  }

  String group() {
    return "group-of-" + name;
  }

  void send(Collection<EventEnvelope> events) {
    events.forEach(
        event ->
            producer.send(
                new ProducerRecord<>(
                    name,
                    null,
                    event.stream().aggregateId(),
                    ConsumingFixtures.json(event),
                    ConsumingFixtures.ofThisLife())));
    producer.flush();
  }

  /** Sends records as they are. */
  void sendRaw(List<ProducerRecord<String, byte[]>> records) {
    records.forEach(producer::send);
    producer.flush();
  }

  /** What the group has committed, by partition. */
  Map<Integer, Long> committed() {
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(group()).partitionsToOffsetAndMetadata().get();
      Map<Integer, Long> committed = new HashMap<>();
      offsets.forEach((partition, offset) -> committed.put(partition.partition(), offset.offset()));
      return committed;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where each partition ends. */
  Map<Integer, Long> ends() {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    get(admin.describeTopics(List.of(name)).allTopicNames())
        .get(name)
        .partitions()
        .forEach(p -> latest.put(new TopicPartition(name, p.partition()), OffsetSpec.latest()));
    Map<Integer, Long> ends = new HashMap<>();
    get(admin.listOffsets(latest).all()).forEach((p, end) -> ends.put(p.partition(), end.offset()));
    return ends;
  }

  /** Removes the first records of a partition, as retention does. */
  void cut(int partition, long before) {
    TopicPartition cut = new TopicPartition(name, partition);
    get(admin.deleteRecords(Map.of(cut, RecordsToDelete.beforeOffset(before))).all());
  }

  /** Deletes the topic with all its records, and makes one of the same name. */
  void makeAnew(int partitions) {
    get(admin.deleteTopics(List.of(name)).all());
    Await.holds("it is gone", () -> !get(admin.listTopics().names()).contains(name));
    create(partitions);
  }

  /** What the group has committed, with its notes. */
  Map<TopicPartition, OffsetAndMetadata> offsets() {
    return get(admin.listConsumerGroupOffsets(group()).partitionsToOffsetAndMetadata());
  }

  /** Commits for the group, while none of its members is there. */
  void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    get(admin.alterConsumerGroupOffsets(group(), offsets).all());
  }

  /** Forgets what the group has committed, as the broker does when a group was away too long. */
  void forgetCommitted() {
    get(admin.deleteConsumerGroups(List.of(group())).all());
  }

  private static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  long committedTotal() {
    return committed().values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
