package io.cornershop.eventing.consuming.polling;

import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.health.RunningCalls;
import io.cornershop.eventing.consuming.history.StoredRecords;
import io.cornershop.eventing.consuming.partitions.KafkaSide;
import io.cornershop.eventing.consuming.partitions.Polled;
import io.cornershop.eventing.consuming.partitions.PolledRecords;
import io.cornershop.eventing.consuming.steering.SeekTarget;
import io.cornershop.eventing.consuming.steering.Wish;
import io.cornershop.eventing.consuming.steering.Wishes;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemoryPositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.store.TopicMark;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/** A poll loop on the only partition of a simulated topic, and a store beside it. */
final class SimulatedPartition implements AutoCloseable {

  static final TopicPartition PARTITION =
      new TopicPartition(CounterFixtures.TYPES.topics().iterator().next(), 0);

  private static final byte[] VALUE = {};

  private final Map<TopicPartition, OffsetAndMetadata> committed = new ConcurrentHashMap<>();
  private final List<Polled> emitted = new CopyOnWriteArrayList<>();
  private final InMemoryEventStore store =
      new InMemoryEventStore(StoreLimits.USUAL, CounterFixtures.CLOCK);
  private final InMemoryPositionLog log = new InMemoryPositionLog();
  private final Wishes wishes;
  private volatile boolean wishesGone;
  private volatile int refusals;
  private volatile Optional<String> topicId = Optional.empty();
  private long begin;
  private long end;
  private PollLoop loop;

  SimulatedPartition(Wishes wishes) {
    this.wishes = new Interrupted(wishes);
  }

  /** The log has the records from {@code begin} to the one before {@code end}. */
  SimulatedPartition holding(long begin, long end) {
    this.begin = begin;
    this.end = end;
    return this;
  }

  /** So many commits of one event are in the store and were published. */
  SimulatedPartition stored(int commits) {
    for (int i = 1; i <= commits; i++) {
      StreamHead head = StreamHead.empty(new StreamId("Counter", "key-" + i));
      store.append(CommitFixtures.commit(head, "c" + i));
      log.append(List.of(log.head().next(store.read(head.stream(), 1, 1).getFirst())));
    }
    log.markPublished(commits);
    return this;
  }

  /** The log was published to the topic of this id, which lacks so many commits. */
  SimulatedPartition marked(String id, long lacking) {
    Optional<TopicMark> seen = log.topic(PARTITION.topic());
    log.markTopic(seen, new TopicMark(PARTITION.topic(), id, lacking));
    return this;
  }

  SimulatedPartition committedAt(long offset) {
    committed.put(PARTITION, new OffsetAndMetadata(offset));
    return this;
  }

  /** The broker tells this id of the topic. */
  SimulatedPartition known(String id) {
    topicId = Optional.of(id);
    return this;
  }

  SimulatedPartition withoutWishes(boolean gone) {
    wishesGone = gone;
    return this;
  }

  /** So many commits in a row come while the group is rebalancing, and are refused. */
  SimulatedPartition refusingCommits(int count) {
    refusals = count;
    return this;
  }

  SeekTarget at(long offset) {
    return new SeekTarget.Offset(PARTITION.topic(), PARTITION.partition(), offset);
  }

  void run() {
    loop =
        new PollLoop(
            settings(),
            this::open,
            new PollLoop.Surroundings(
                new Recorder(),
                new Helm(wishes, Channels.PROJECTIONS),
                new StoredRecords(store, log, CounterFixtures.TYPES),
                new RunningCalls(Channels.PROJECTIONS, Duration.ofMinutes(1), System::nanoTime)));
    Thread.ofPlatform().daemon().start(loop::run);
  }

  /** Stops in order and starts again; returns when the partition is read again. */
  void reopen() {
    close();
    run();
    Await.holds("it reads", () -> !loop.status(List.of(), 0, 0).partitions().isEmpty());
  }

  private ChannelSettings settings() {
    return new ChannelSettings(
        Channels.PROJECTIONS,
        "group",
        List.of(PARTITION.topic()),
        true,
        100,
        1,
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMinutes(1),
        Map.of());
  }

  private KafkaSide open(ChannelSettings settings) {
    MockConsumer<String, byte[]> consumer = new Remembering();
    consumer.updatePartitions(
        PARTITION.topic(), List.of(new PartitionInfo(PARTITION.topic(), 0, null, null, null)));
    consumer.schedulePollTask(
        () -> {
          consumer.updateBeginningOffsets(Map.of(PARTITION, begin));
          consumer.updateEndOffsets(Map.of(PARTITION, end));
          consumer.rebalance(List.of(PARTITION));
        });
    return new KafkaSide(consumer, this::ids);
  }

  private Map<String, String> ids(Set<String> topics) {
    return topicId.map(id -> Map.of(PARTITION.topic(), id)).orElse(Map.of());
  }

  ConsumerStatus.State state() {
    return loop.status(List.of(), 0, 0).state();
  }

  /** Waits until exactly these came, in order. */
  void await(List<Long> offsets) {
    Await.holds("these came: " + offsets, () -> offsets().equals(offsets));
  }

  /** The same, while all is finished at once. */
  void awaitFinished(List<Long> offsets) {
    Await.holds(
        "these came: " + offsets,
        () -> {
          emitted.forEach(Polled::finished);
          return offsets().equals(offsets);
        });
    emitted.forEach(Polled::finished);
  }

  void finish(long... offsets) {
    Set<Long> wanted = Set.copyOf(LongStream.of(offsets).boxed().toList());
    emitted.stream().filter(p -> wanted.contains(p.record().offset())).forEach(Polled::finished);
  }

  List<Long> offsets() {
    return emitted.stream().map(polled -> polled.record().offset()).toList();
  }

  long committed() {
    return committed.containsKey(PARTITION) ? committed.get(PARTITION).offset() : -1;
  }

  @Override
  public void close() {
    loop.stop();
    try {
      loop.awaitStopped(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps what is committed beyond the life of one consumer, and gives records again. */
  private final class Remembering extends MockConsumer<String, byte[]> {

    Remembering() {
      super("none");
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndMetadata> committed(
        Set<TopicPartition> partitions) {
      return Map.copyOf(committed);
    }

    @Override
    public synchronized void commitSync(
        Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
      if (refusals > 0) {
        refusals--;
        throw new RebalanceInProgressException("poll first");
      }
      committed.putAll(offsets);
    }

    @Override
    public synchronized void commitAsync(
        Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
      if (refusals > 0) {
        callback.onComplete(offsets, new RebalanceInProgressException("poll first"));
        return;
      }
      committed.putAll(offsets);
      callback.onComplete(offsets, null);
    }

    @Override
    public synchronized void seek(TopicPartition partition, long offset) {
      super.seek(partition, offset);
      for (long o = offset; o < end; o++) {
        addRecord(new ConsumerRecord<>(partition.topic(), 0, o, "key", VALUE));
      }
    }
  }

  private final class Recorder implements Outlet {
    @Override
    public boolean ready() {
      return true;
    }

    @Override
    public void emit(PolledRecords records) {
      emitted.addAll(records.records());
    }
  }

  /** Wishes that can be out of reach. */
  private final class Interrupted implements Wishes {

    private final Wishes wishes;

    Interrupted(Wishes wishes) {
      this.wishes = wishes;
    }

    @Override
    public Wish of(String channel) {
      if (wishesGone) {
        throw new Unavailable("gone", Duration.ofSeconds(1), null);
      }
      return wishes.of(channel);
    }

    @Override
    public Wish change(String channel, UnaryOperator<Wish> change) {
      return wishes.change(channel, change);
    }

    @Override
    public void carriedOut(String channel, String topic, int partition, long number) {
      wishes.carriedOut(channel, topic, partition, number);
    }
  }
}
