package io.cornershop.eventing.commands;

import static io.cornershop.eventing.testing.CounterFixtures.COUNTERS;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR_STREAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.commands.AggregateLoader.Loaded;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Snapshot;
import io.cornershop.eventing.store.Snapshots;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.testing.Counter.Counting;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A taker of snapshots whose database is slow or away. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BusySnapshotTakerTest {

  private static void offer(SnapshotTaker taker, int times) {
    for (int i = 0; i < times; i++) {
      taker.take(COUNTERS, new Loaded<>(new Counting(i), StreamHead.empty(DOOR_STREAM)), "epoch");
    }
  }

  @Test
  void drops_what_it_cannot_write_in_time_and_does_not_hold_up_the_caller() {
    CountDownLatch gate = new CountDownLatch(1);
    List<StreamId> saved = Collections.synchronizedList(new ArrayList<>());
    Runnable saving =
        () -> {
          awaitOpen(gate);
          saved.add(DOOR_STREAM);
        };
    try (SnapshotTaker slow = new SnapshotTaker(new Slow(saving), 1)) {
      offer(slow, 200);
      gate.countDown();
      Await.until(saved::size, size -> size >= 64);
    }
    assertThat(saved).hasSizeBetween(64, 65);
  }

  @Test
  void goes_on_after_the_database_was_away() {
    CountDownLatch called = new CountDownLatch(2);
    Runnable saving =
        () -> {
          called.countDown();
          throw new Unavailable("away", Duration.ofSeconds(1), null);
        };
    try (SnapshotTaker taker = new SnapshotTaker(new Slow(saving), 1)) {
      offer(taker, 2);
      Await.holds("both were tried", () -> called.getCount() == 0);
    }
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
