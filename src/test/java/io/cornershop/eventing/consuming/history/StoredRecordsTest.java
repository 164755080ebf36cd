package io.cornershop.eventing.consuming.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemoryPositionLog;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.testing.CounterFixtures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoredRecordsTest {

  private static final String TOPIC = CounterFixtures.TYPES.topics().iterator().next();
  private static final int COMMITS = 12;

  private final InMemoryEventStore store =
      new InMemoryEventStore(StoreLimits.USUAL, CommitFixtures.CLOCK);
  private final InMemoryPositionLog log = new InMemoryPositionLog();
  private final StoredRecords stored = new StoredRecords(store, log, CounterFixtures.TYPES);

  @BeforeEach
  void fill() {
    for (int i = 1; i <= COMMITS; i++) {
      StreamHead head = StreamHead.empty(new StreamId("Counter", "key-" + i));
      store.append(CommitFixtures.commit(head, "c" + i, 2));
      Commit commit = store.read(head.stream(), 1, 1).getFirst();
      log.append(List.of(log.head().next(commit)));
    }
  }

  @Test
  void gives_every_event_of_its_partition_at_its_position_in_order() {
    List<ConsumerRecord<String, byte[]>> records = all(Map.of(partition(0), 1));
    assertThat(records).extracting(ConsumerRecord::key).isEqualTo(keysOfAll());
    ConsumerRecord<String, byte[]> second = records.get(1);
    assertThat(new String(second.value(), StandardCharsets.UTF_8))
        .isEqualTo(
            EnvelopeJson.write(
                store
                    .read(new StreamId("Counter", "key-1"), 1, 1)
                    .getFirst()
                    .events()
                    .get(1)
                    .at(1_001)));
    assertThat(second.offset()).isEqualTo(-1_001);
    assertThat(second.topic() + second.partition()).isEqualTo(TOPIC + "0");
    assertThat(second.headers().lastHeader("eventType").value())
        .isEqualTo("Counted".getBytes(StandardCharsets.UTF_8));
    assertThat(second.headers().lastHeader("epoch").value())
        .isEqualTo(store.epoch().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void shares_the_events_among_partitions_as_the_producer_does() {
    Map<Integer, List<String>> keys = new HashMap<>();
    IntStream.range(0, 3)
        .forEach(
            p ->
                keys.put(
                    p, all(Map.of(partition(p), 3)).stream().map(ConsumerRecord::key).toList()));
    Map<Integer, List<String>> expected = new HashMap<>();
    IntStream.range(0, 3).forEach(p -> expected.put(p, new ArrayList<>()));
    keysOfAll().forEach(key -> expected.get(byKafka(key)).add(key));
    assertThat(keys).isEqualTo(expected);
  }

  private static int byKafka(String key) {
    return org.apache.kafka.clients.producer.internals.BuiltInPartitioner.partitionForKey(
        key.getBytes(StandardCharsets.UTF_8), 3);
  }

  @Test
  void gives_nothing_behind_the_end_and_of_other_topics() {
    assertThat(stored.read(Map.of(partition(0), 1), COMMITS, COMMITS, 10))
        .isEqualTo(new StoredRecords.Page(List.of(), COMMITS));
    assertThat(stored.read(Map.of(new TopicPartition("others", 0), 1), 0, COMMITS, 100))
        .isEqualTo(new StoredRecords.Page(List.of(), COMMITS));
  }

  private List<ConsumerRecord<String, byte[]>> all(Map<TopicPartition, Integer> partitions) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    long last = 0;
    while (last < COMMITS) {
      StoredRecords.Page page = stored.read(partitions, last, COMMITS, 5);
      records.addAll(page.records());
      last = page.last();
    }
    return records;
  }

  private List<String> keysOfAll() {
    return log.readAfter(0, COMMITS).stream()
        .map(Entry::stream)
        .map(StreamId::aggregateId)
        .flatMap(key -> IntStream.range(0, 2).mapToObj(i -> key))
        .toList();
  }

  private static TopicPartition partition(int number) {
    return new TopicPartition(TOPIC, number);
  }
}
