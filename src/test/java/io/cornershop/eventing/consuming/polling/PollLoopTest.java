package io.cornershop.eventing.consuming.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumerStatus.State;
import io.cornershop.eventing.consuming.ConsumingFixtures;
import io.cornershop.eventing.consuming.RecordingHandler;
import io.cornershop.eventing.consuming.health.RunningCalls;
import io.cornershop.eventing.consuming.health.WatchedHandler;
import io.cornershop.eventing.consuming.history.StoredRecords;
import io.cornershop.eventing.consuming.lanes.Claim;
import io.cornershop.eventing.consuming.partitions.KafkaSide;
import io.cornershop.eventing.consuming.partitions.Polled;
import io.cornershop.eventing.consuming.partitions.PolledRecords;
import io.cornershop.eventing.consuming.steering.InMemoryWishes;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemoryPositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.testing.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PollLoopTest {

  private static final int MAX_IN_FLIGHT = 8;
  private static final TopicPartition PARTITION = new TopicPartition("counters.events", 0);

  private static final byte[] VALUE = {};

  private final List<MockConsumer<String, byte[]>> opened = new CopyOnWriteArrayList<>();
  private final List<Polled> emitted = new CopyOnWriteArrayList<>();
  private volatile boolean ready = true;
  private volatile boolean refusing;
  private volatile int records;
  private final InMemoryWishes wishes = new InMemoryWishes();
  private final InMemoryEventStore store =
      new InMemoryEventStore(StoreLimits.USUAL, CounterFixtures.CLOCK);
  private final InMemoryPositionLog log = new InMemoryPositionLog();
  private final AtomicLong nanos = new AtomicLong();
  private final RunningCalls calls =
      new RunningCalls("projections", Duration.ofMinutes(1), nanos::get);
  private PollLoop loop;

  @BeforeEach
  void start() {
    ChannelSettings settings =
        new ChannelSettings(
            "projections",
            "cornershop.projections",
            List.of(PARTITION.topic()),
            true,
            MAX_IN_FLIGHT,
            1,
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofMinutes(1),
            Map.of());
    loop =
        new PollLoop(
            settings,
            this::open,
            new PollLoop.Surroundings(
                new RecordingOutlet(),
                new Helm(wishes, settings.channel()),
                new StoredRecords(store, log, CounterFixtures.TYPES),
                calls));
  }

  @AfterEach
  void stop() throws InterruptedException {
    loop.stop();
    assertThat(loop.awaitStopped(Duration.ofSeconds(30))).isTrue();
  }

  @Test
  void takes_no_more_than_may_be_in_flight_and_goes_on_when_there_is_room() {
    run(20);
    Await.holds("it is full", () -> emitted.size() == MAX_IN_FLIGHT);
    Await.holds("it pauses", () -> opened.getFirst().paused().equals(Set.of(PARTITION)));
    assertThat(emitted).hasSize(MAX_IN_FLIGHT);
    finishUntil(20);
    assertThat(offsets()).isEqualTo(LongStream.range(0, 20).boxed().toList());
  }

  @Test
  void polls_nothing_before_the_channel_asks_for_it() {
    ready = false;
    run(4);
    Await.holds("it pauses", () -> opened.getFirst().paused().equals(Set.of(PARTITION)));
    assertThat(emitted).isEmpty();
    ready = true;
    Await.holds("all came", () -> emitted.size() == 4);
  }

  @Test
  void commits_only_up_to_the_first_unfinished_record() {
    run(5);
    Await.holds("all came", () -> emitted.size() == 5);
    List.of(0, 1, 3, 4).forEach(index -> emitted.get(index).finished());
    Await.holds("it commits", () -> committed(0) == 2);
    emitted.get(2).finished();
    Await.holds("it commits", () -> committed(0) == 5);
  }

  @Test
  void opens_a_new_consumer_when_the_channel_refuses_records() {
    refusing = true;
    run(3);
    Await.holds("it was refused", () -> opened.getFirst().closed());
    refusing = false;
    Await.holds("all came", () -> emitted.size() == 3);
    assertThat(loop.status(List.of(), 0, 0).lastError())
        .contains("java.lang.IllegalStateException: no");
  }

  @Test
  void is_dead_when_its_thread_ends_before_it_is_stopped() {
    refusing = true;
    Thread thread = run(1);
    Await.holds("it was refused", () -> opened.getFirst().closed());
    thread.interrupt();
    Await.holds("it has ended", () -> !thread.isAlive());
    assertThat(loop.dead()).contains("its thread has ended");
  }

  @Test
  void is_dead_while_a_handler_does_not_return_and_names_it() {
    run(1);
    Await.holds("it runs", () -> loop.status(List.of(), 0, 0).state() == State.RUNNING);
    List<Optional<String>> meanwhile = new ArrayList<>();
    RecordingHandler hanging =
        new RecordingHandler("counting", "Counted")
            .doing(
                event -> {
                  nanos.addAndGet(Duration.ofMinutes(2).toNanos());
                  meanwhile.add(loop.dead());
                });
    WatchedHandler.of(hanging, calls).handle(ConsumingFixtures.counted("a", 1));

    assertThat(meanwhile).isEqualTo(List.of(Optional.of("counting does not return")));
    assertThat(loop.dead()).isEmpty();
    emitted.forEach(Polled::finished);
  }

  @Test
  void waits_at_the_end_for_what_is_in_flight_but_not_for_ever() {
    run(2);
    Await.holds("all came", () -> emitted.size() == 2);
    emitted.getFirst().finished();
    loop.stop();
    Await.holds("it closed", () -> opened.getFirst().closed());
    assertThat(emitted).extracting(Polled::claim).containsOnly(Claim.GONE);
  }

  private Thread run(int count) {
    records = count;
    Thread thread = Thread.ofPlatform().daemon().start(loop::run);
    Await.holds("it opened", () -> !opened.isEmpty());
    return thread;
  }

  /** A consumer that is given the one partition, from what the last one has committed. */
  private KafkaSide open(ChannelSettings settings) {
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    consumer.setMaxPollRecords(settings.pollSize());
    consumer.schedulePollTask(
        () -> {
          consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
          consumer.updateEndOffsets(Map.of(PARTITION, (long) records));
          consumer.rebalance(List.of(PARTITION));
          LongStream.range(0, records)
              .mapToObj(offset -> new ConsumerRecord<>("counters.events", 0, offset, "key", VALUE))
              .forEach(consumer::addRecord);
        });
    opened.add(consumer);
    return new KafkaSide(consumer, topics -> Map.of());
  }

  private long committed(int consumer) {
    OffsetAndMetadata offset = opened.get(consumer).committed(Set.of(PARTITION)).get(PARTITION);
    return offset == null ? -1 : offset.offset();
  }

  private void finishUntil(int count) {
    Await.holds(
        "all came",
        () -> {
          emitted.forEach(Polled::finished);
          return emitted.size() == count;
        });
  }

  private List<Long> offsets() {
    List<Long> offsets = new ArrayList<>();
    emitted.forEach(polled -> offsets.add(polled.record().offset()));
    return offsets;
  }

  private final class RecordingOutlet implements Outlet {
    @Override
    public boolean ready() {
      return ready;
    }

    @Override
    public void emit(PolledRecords polled) {
      if (refusing) {
        throw new IllegalStateException("no");
      }
      emitted.addAll(polled.records());
    }
  }
}
