package io.cornershop.eventing.commands;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.COUNTERS;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR_STREAM;
import static io.cornershop.eventing.testing.CounterFixtures.JSON;
import static io.cornershop.eventing.testing.CounterFixtures.context;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.commands.AggregateLoader.Loaded;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemorySnapshots;
import io.cornershop.eventing.store.Snapshot;
import io.cornershop.eventing.store.Snapshots;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.testing.Counter;
import io.cornershop.eventing.testing.Counter.Counting;
import io.cornershop.eventing.testing.Counter.Ended;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterCommand.Stop;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SnapshotTakerTest {

  private static final int EVERY = 50;

  private final ObservedStore store =
      new ObservedStore(new InMemoryEventStore(StoreLimits.USUAL, CLOCK));
  private final InMemorySnapshots snapshots = new InMemorySnapshots();
  private final List<SnapshotTaker> takers = new ArrayList<>();

  @AfterEach
  void close() {
    takers.forEach(SnapshotTaker::close);
  }

  private SnapshotTaker takerOn(Snapshots kept, int every) {
    takers.add(new SnapshotTaker(kept, every));
    return takers.getLast();
  }

  private AggregateLoader loaderWith(SnapshotTaker taker) {
    return new AggregateLoader(store, JSON, Optional.of(taker));
  }

  private Loaded<Counter> loadOnAFreshNode() {
    return loaderWith(takerOn(snapshots, EVERY)).load(COUNTERS, DOOR_STREAM);
  }

  private CommandHandler handlerWith(AggregateLoader loader) {
    return new CommandHandler(
        CounterFixtures.AGGREGATES,
        store,
        loader,
        CounterFixtures.envelopesBy(CLOCK),
        commit -> {});
  }

  /** A history of so many commits with one event each, written by a node without snapshots. */
  private void count(int commits) {
    CommandHandler handler = handlerWith(new AggregateLoader(store, JSON));
    for (int i = 0; i < commits; i++) {
      handler.handle(new Count(DOOR, 1), context("count-" + i));
    }
  }

  private StreamHead headAt(long sequence) {
    return store.read(DOOR_STREAM, sequence, 1).getFirst().head();
  }

  private Snapshot snapshotAt(long sequence, String state) {
    return new Snapshot(headAt(sequence), store.epoch(), 1, state);
  }

  private static String counting(int total) {
    return "{\"stage\":\"Counting\",\"state\":{\"total\":" + total + "}}";
  }

  @Test
  void takes_one_whenever_so_many_events_have_come() {
    CommandHandler handler = handlerWith(loaderWith(takerOn(snapshots, EVERY)));
    for (int i = 0; i < EVERY - 1; i++) {
      handler.handle(new Count(DOOR, 1), context("count-" + i));
    }
    handler.handle(new Count(DOOR, 3), context("over"));
    handler.handle(new Stop(DOOR), context("stop"));

    Snapshot first = snapshotAt(EVERY, counting(EVERY + 2));
    assertThat(Await.until(() -> snapshots.find(DOOR_STREAM), Optional::isPresent)).contains(first);
    assertThat(loadOnAFreshNode()).isEqualTo(new Loaded<>(new Ended(EVERY + 2), headAt(EVERY + 3)));
  }

  @Test
  void a_long_stream_is_folded_from_it() {
    count(500);
    snapshots.save(snapshotAt(490, counting(1_000_490)));
    store.forget();

    Loaded<Counter> loaded = loadOnAFreshNode();

    assertThat(store.reads).hasValue(2);
    assertThat(loaded).isEqualTo(new Loaded<>(new Counting(500), headAt(500)));
  }

  @Test
  void what_it_says_is_believed_where_nothing_has_come_since() {
    count(100);
    snapshots.save(snapshotAt(100, counting(1_000_100)));

    assertThat(loadOnAFreshNode()).isEqualTo(new Loaded<>(new Counting(1_000_100), headAt(100)));
  }

  @Test
  void one_that_does_not_belong_here_is_passed_over() {
    count(100);
    String wrong = counting(7);
    StreamHead head = headAt(100);
    StreamHead forged =
        new StreamHead(DOOR_STREAM, 100, head.commitId(), "another hash", head.timestamp());
    List<Snapshot> foreign =
        List.of(
            new Snapshot(head, store.epoch(), 2, wrong),
            new Snapshot(head, store.epoch(), 0, wrong),
            new Snapshot(head, "another life", 1, wrong),
            new Snapshot(forged, store.epoch(), 1, wrong),
            new Snapshot(head, store.epoch(), 1, "{\"stage\":\"Unheard\",\"state\":{}}"),
            new Snapshot(head, store.epoch(), 1, "{\"stage\":\"Counting\",\"state\":{\"n\":7}}"),
            new Snapshot(head, store.epoch(), 1, "no JSON"));

    for (Snapshot snapshot : foreign) {
      snapshots.save(snapshot);
      assertThat(loadOnAFreshNode())
          .as("with %s", snapshot)
          .isEqualTo(new Loaded<>(new Counting(100), head));
    }
  }

  @Test
  void a_long_history_without_one_gets_one_when_it_is_read() {
    count(120);
    loadOnAFreshNode();

    assertThat(Await.until(() -> snapshots.find(DOOR_STREAM), Optional::isPresent))
        .contains(snapshotAt(120, counting(120)));
  }

  @Test
  void zero_means_none() {
    count(120);
    snapshots.save(snapshotAt(120, counting(7)));
    SnapshotTaker none = takerOn(snapshots, 0);

    assertThat(loaderWith(none).load(COUNTERS, DOOR_STREAM).state()).isEqualTo(new Counting(120));
    assertThat(none.isDue(0, 1_000)).isFalse();
  }

  @Test
  void drops_what_it_cannot_write_in_time_and_does_not_hold_up_the_caller() {
    CountDownLatch gate = new CountDownLatch(1);
    List<StreamId> saved = Collections.synchronizedList(new ArrayList<>());
    SnapshotTaker slow =
        takerOn(
            new Slow(
                () -> {
                  awaitOpen(gate);
                  saved.add(DOOR_STREAM);
                }),
            EVERY);
    for (int i = 0; i < 200; i++) {
      slow.take(COUNTERS, new Loaded<>(new Counting(i), StreamHead.empty(DOOR_STREAM)), "epoch");
    }
    gate.countDown();

    Await.until(saved::size, size -> size >= 64);
    slow.close();
    assertThat(saved).hasSizeBetween(64, 65);
  }

  @Test
  void goes_on_after_the_database_was_away() {
    CountDownLatch called = new CountDownLatch(2);
    SnapshotTaker taker =
        takerOn(
            new Slow(
                () -> {
                  called.countDown();
                  throw new Unavailable("away", Duration.ofSeconds(1), null);
                }),
            EVERY);
    for (int i = 0; i < 2; i++) {
      taker.take(COUNTERS, new Loaded<>(new Counting(i), StreamHead.empty(DOOR_STREAM)), "epoch");
    }
    Await.holds("both were tried", () -> called.getCount() == 0);
  }

  private static void awaitOpen(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Snapshots whose saving takes what the test makes it take. */
  private record Slow(Runnable saving) implements Snapshots {

    @Override
    public Optional<Snapshot> find(StreamId stream) {
      return Optional.empty();
    }

    @Override
    public void save(Snapshot snapshot) {
      saving.run();
    }
  }
}
