package io.cornershop.eventing.projections.rebuild;

import static io.cornershop.eventing.projections.rebuild.Scene.COMMITS_AT_ONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.InMemoryRows;
import io.cornershop.eventing.projections.TicketEvent.TicketSold;
import io.cornershop.eventing.projections.TripEvent.TripPlanned;
import io.cornershop.eventing.projections.rebuild.RowReplay.Batch;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.Await;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Pages of the log that are read before they are wanted. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadAheadTest {

  private final Scene scene = new Scene();
  private final Deque<Runnable> readings = new ArrayDeque<>();
  private final InMemoryRows rows = new InMemoryRows();

  private RowReplay<Long> replayReadBy(Executor reader) {
    RebuildParts parts =
        new RebuildParts(scene.registry, scene.rows, scene.trips.store, scene.log, reader);
    return FoldedLog.replay(parts, scene.updates(), rows, COMMITS_AT_ONCE);
  }

  private static List<Batch<Long>> toEnd(RowReplay<Long> replay) {
    List<Batch<Long>> batches = new ArrayList<>();
    batches.add(replay.next(0L, () -> {}));
    while (batches.getLast().commits() > 0) {
      batches.add(replay.next(batches.getLast().last(), () -> {}));
    }
    return batches;
  }

  private void assertComplete() {
    assertThat(Scene.without(rows.of(scene.projection))).isEqualTo(scene.foldOfTheStore());
  }

  @Test
  void the_next_pages_are_read_while_one_is_applied_and_not_once_more_when_they_are_wanted() {
    scene.someTrips(4);
    RowReplay<Long> replay = replayReadBy(readings::add);

    replay.next(0L, () -> {});
    readings.forEach(Runnable::run);

    assertThat(scene.log.readFrom()).containsExactly(0L, 2L, 4L);
    replay.next(2L, () -> {});
    replay.next(4L, () -> {});
    assertThat(scene.log.readFrom()).containsExactly(0L, 2L, 4L);
  }

  @Test
  void the_same_rows_come_out_whoever_reads() {
    scene.someTrips(4);
    List<Batch<Long>> expected =
        List.of(
            new Batch<>(2L, 2, 2, 2),
            new Batch<>(4L, 2, 2, 2),
            new Batch<>(6L, 2, 2, 2),
            new Batch<>(8L, 2, 2, 2),
            new Batch<>(8L, 0, 0, 0));

    assertThat(toEnd(replayReadBy(Runnable::run))).isEqualTo(expected);
    assertComplete();
    assertThat(toEnd(replayReadBy(task -> Thread.ofVirtual().start(task)))).isEqualTo(expected);
    assertComplete();
  }

  @Test
  void what_nobody_has_begun_to_read_is_read_when_it_is_wanted() {
    scene.someTrips(4);

    toEnd(replayReadBy(readings::add));

    assertComplete();
    readings.forEach(Runnable::run);
    assertThat(scene.log.readFrom()).doesNotHaveDuplicates();
  }

  @Test
  void a_reader_that_takes_no_more_work_holds_nothing_up() {
    scene.someTrips(4);

    toEnd(
        replayReadBy(
            task -> {
              throw new RejectedExecutionException();
            }));

    assertComplete();
  }

  @Test
  void what_was_read_ahead_at_the_end_of_the_log_does_not_hide_what_came_later() {
    scene.someTrips(2);
    RowReplay<Long> replay = replayReadBy(Runnable::run);
    replay.next(0L, () -> {});
    scene.happen(new StreamId("Trip", "later"), new TripPlanned("later", "Later"));
    scene.happen(new StreamId("Ticket", "later"), new TicketSold("later", "later", 3));

    List<Batch<Long>> rest = new ArrayList<>();
    for (long number = 2; number < scene.log.inner().head().number(); ) {
      rest.add(replay.next(number, () -> {}));
      number = rest.getLast().last();
    }

    assertThat(rest.getLast().last()).isEqualTo(6);
    assertComplete();
  }

  @Test
  void a_failure_of_reading_ahead_is_met_where_the_page_is_wanted_and_heals() {
    scene.someTrips(4);
    scene.log.beforeReads(
        () -> {},
        () -> {
          throw new Unavailable("away", Duration.ZERO, null);
        });
    RowReplay<Long> replay = replayReadBy(Runnable::run);

    assertThat(replay.next(0L, () -> {})).isEqualTo(new Batch<>(2L, 2, 2, 2));
    assertThatThrownBy(() -> replay.next(2L, () -> {}))
        .isInstanceOf(Unavailable.class)
        .hasMessage("away");

    assertThat(replay.next(2L, () -> {})).isEqualTo(new Batch<>(4L, 2, 2, 2));
    assertThat(replay.next(4L, () -> {})).isEqualTo(new Batch<>(6L, 2, 2, 2));
    assertThat(replay.next(6L, () -> {})).isEqualTo(new Batch<>(8L, 2, 2, 2));
    assertComplete();
  }

  @Test
  void signs_of_life_are_given_while_a_page_is_waited_for() {
    scene.someTrips(1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch signs = new CountDownLatch(3);
    scene.log.beforeReads(
        () -> {},
        () -> {
          begun.countDown();
          Await.holds("there are signs of life", () -> signs.getCount() == 0);
        });
    RowReplay<Long> replay =
        replayReadBy(
            task -> {
              Thread.ofVirtual().start(task);
              Await.holds("it reads", () -> begun.getCount() == 0);
            });

    replay.next(0L, () -> {});

    assertThat(replay.next(2L, signs::countDown)).isEqualTo(new Batch<>(2L, 0, 0, 0));
  }
}
