package io.cornershop.eventing.consuming.history;

import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Reads events from the store as records of partitions. The offset of such a record is its event's
 * position below zero, so that it is never taken for one of the topic. Thread-safe; its methods
 * throw {@link io.cornershop.kernel.Unavailable} when the database does not answer.
 */
public final class StoredRecords {

  /** How many entries of the log are looked at for one page. */
  private static final int MOST_ENTRIES = 500;

  private final EventStore store;
  private final PositionLog log;
  private final EventTypes types;

  /**
   * A part of history.
   *
   * @param last everything up to this number of the log has been looked at
   */
  public record Page(List<ConsumerRecord<String, byte[]>> records, long last) {}

  public StoredRecords(EventStore store, PositionLog log, EventTypes types) {
    this.store = store;
    this.log = log;
    this.types = types;
  }

  /** The present life of the store. Once it was read, it is known without the database. */
  public String epoch() {
    return store.epoch();
  }

  /** Everything up to this number of the log is on Kafka, or was. */
  public long published() {
    return log.published();
  }

  /**
   * Whether a topic lacks what was published before it was there: it was made anew.
   *
   * @param id that the broker tells of the topic of this name, as far as it does
   */
  public boolean outlives(String topic, Optional<String> id) {
    return log.topic(topic)
        .filter(mark -> mark.lacking() > 0 || id.filter(now -> !now.equals(mark.id())).isPresent())
        .isPresent();
  }

  /**
   * What lies behind a number, for partitions.
   *
   * @param partitions those that are wanted, with the number of partitions that the topic has
   * @param until the last number that is wanted
   * @param size about how many records; a commit is never divided
   */
  public Page read(Map<TopicPartition, Integer> partitions, long after, long until, int size) {
    int limit = (int) Math.min(MOST_ENTRIES, until - after);
    if (limit <= 0) {
      return new Page(List.of(), until);
    }
    List<Entry> entries = some(log.readAfter(after, limit), size);
    List<Entry> wanted =
        entries.stream().filter(entry -> wanted(entry.stream(), partitions).isPresent()).toList();
    long last = entries.isEmpty() ? until : entries.getLast().number();
    return new Page(records(wanted, partitions), last);
  }

  /** So many entries that their events are about {@code size}, but at least one. */
  private static List<Entry> some(List<Entry> entries, int size) {
    int events = 0;
    int taken = 0;
    while (taken < entries.size() && (taken == 0 || events < size)) {
      events += entries.get(taken).summary().eventIds().size();
      taken++;
    }
    return entries.subList(0, taken);
  }

  private List<ConsumerRecord<String, byte[]>> records(
      List<Entry> entries, Map<TopicPartition, Integer> partitions) {
    Map<String, Commit> commits =
        store.readAll(entries.stream().map(Entry::commitId).toList()).stream()
            .collect(Collectors.toMap(Commit::id, Function.identity()));
    return entries.stream()
        .flatMap(entry -> records(commit(commits, entry), entry, partitions))
        .toList();
  }

  private static Commit commit(Map<String, Commit> commits, Entry entry) {
    return Optional.ofNullable(commits.get(entry.commitId()))
        .orElseThrow(
            () -> new IllegalStateException("The store lacks the commit " + entry.commitId()));
  }

  private Stream<ConsumerRecord<String, byte[]>> records(
      Commit commit, Entry entry, Map<TopicPartition, Integer> partitions) {
    TopicPartition partition = wanted(entry.stream(), partitions).orElseThrow();
    long first = entry.number() * EventEnvelope.POSITIONS_PER_COMMIT;
    Stream.Builder<ConsumerRecord<String, byte[]>> records = Stream.builder();
    for (int i = 0; i < commit.events().size(); i++) {
      records.add(record(partition, commit.events().get(i).at(first + i)));
    }
    return records.build();
  }

  /** As the relay writes it, as far as a consumer looks: a letter of it has the same id. */
  private ConsumerRecord<String, byte[]> record(TopicPartition at, EventEnvelope event) {
    long position = event.position().orElseThrow();
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(
            at.topic(),
            at.partition(),
            -position,
            event.stream().aggregateId(),
            bytes(EnvelopeJson.write(event)));
    record.headers().add("eventType", bytes(event.type().name()));
    record.headers().add("epoch", bytes(store.epoch()));
    record.headers().add("position", bytes(String.valueOf(position)));
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The partition of a stream, if it is one of these. */
  private Optional<TopicPartition> wanted(
      StreamId stream, Map<TopicPartition, Integer> partitions) {
    return types
        .topicOf(stream.aggregateType())
        .flatMap(
            topic ->
                partitions.entrySet().stream()
                    .filter(e -> e.getKey().topic().equals(topic))
                    .filter(e -> e.getKey().partition() == partitionOf(stream, e.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst());
  }

  /** As Kafka's producer places a record by its key. */
  private static int partitionOf(StreamId stream, int partitions) {
    return Utils.toPositive(Utils.murmur2(bytes(stream.aggregateId()))) % partitions;
  }
}
