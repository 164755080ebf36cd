package io.cornershop.eventing.projections;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.projections.Sources.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every keeper of rows does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class RowsContract {

  private static final Sources SOURCES =
      new Sources(Map.of(Trips.TRIP, new Mark(3, "epoch"), Trips.TICKET, new Mark(1, "before")));

  private final TripBoardProjection projection = new TripBoardProjection();
  private Rows rows;

  /** Without any row. */
  abstract Rows emptyRows();

  @BeforeEach
  void prepare() {
    rows = emptyRows();
    rows.prepare(projection);
  }

  private static Row<TripBoard> row(String id, int seats, long revision) {
    return new Row<>(id, new TripBoard(id, Optional.of("Dunes"), seats), SOURCES, revision);
  }

  @Test
  void a_row_is_read_as_it_was_written() {
    Row<TripBoard> row = row("a.b-c_d", 2, 1);

    assertThat(rows.save(projection, row)).isTrue();

    assertThat(rows.load(projection, "a.b-c_d")).contains(row);
    assertThat(rows.sources(projection, "a.b-c_d")).isEqualTo(SOURCES);
  }

  @Test
  void a_row_that_was_never_written_is_absent_and_includes_nothing() {
    rows.save(projection, row("other", 2, 1));

    assertThat(rows.load(projection, "trip-1")).isEmpty();
    assertThat(rows.sources(projection, "trip-1")).isEqualTo(Sources.NONE);
    assertThat(rows.load(projection, "other")).isPresent();
  }

  @Test
  void a_row_is_replaced_by_its_next_revision() {
    Sources more = SOURCES.with(Trips.TRIP, 4, "epoch");
    Row<TripBoard> next =
        new Row<>("trip-1", new TripBoard("trip-1", Optional.empty(), 3), more, 2);
    rows.save(projection, row("trip-1", 2, 1));

    assertThat(rows.save(projection, next)).isTrue();

    assertThat(rows.load(projection, "trip-1")).contains(next);
    assertThat(rows.sources(projection, "trip-1")).isEqualTo(more);
  }

  @Test
  void a_second_first_revision_is_refused() {
    Row<TripBoard> first = row("trip-1", 2, 1);
    rows.save(projection, first);

    assertThat(rows.save(projection, row("trip-1", 9, 1))).isFalse();

    assertThat(rows.load(projection, "trip-1")).contains(first);
  }

  @Test
  void a_revision_that_does_not_follow_is_refused() {
    rows.save(projection, row("trip-1", 2, 1));
    Row<TripBoard> second = row("trip-1", 3, 2);
    rows.save(projection, second);

    assertThat(rows.save(projection, row("trip-1", 9, 2))).isFalse();
    assertThat(rows.save(projection, row("trip-1", 9, 4))).isFalse();
    assertThat(rows.save(projection, row("trip-2", 9, 2))).isFalse();

    assertThat(rows.load(projection, "trip-1")).contains(second);
    assertThat(rows.load(projection, "trip-2")).isEmpty();
  }

  @Test
  void many_rows_are_read_at_once_as_they_were_written() {
    Row<TripBoard> first = row("trip-1", 2, 1);
    Row<TripBoard> second = row("trip-2", 3, 1);

    assertThat(rows.saveAll(projection, List.of(first, second))).containsOnly("trip-1", "trip-2");

    assertThat(rows.loadAll(projection, List.of("trip-1", "nobody", "trip-2")))
        .isEqualTo(Map.of("trip-1", first, "trip-2", second));
  }

  @Test
  void of_many_rows_those_are_written_whose_predecessor_is_there() {
    List<Row<TripBoard>> before = List.of(row("a", 1, 1), row("b", 1, 1), row("c", 1, 1));
    rows.saveAll(projection, before);
    rows.save(projection, row("b", 2, 2));

    assertThat(
            rows.saveAll(
                projection,
                List.of(
                    row("a", 3, 2),
                    row("b", 3, 2),
                    row("c", 3, 1),
                    row("d", 3, 1),
                    row("e", 3, 2))))
        .containsOnly("a", "d");

    assertThat(rows.loadAll(projection, List.of("a", "b", "c", "d", "e")))
        .isEqualTo(
            Map.of(
                "a", row("a", 3, 2),
                "b", row("b", 2, 2),
                "c", row("c", 1, 1),
                "d", row("d", 3, 1)));
  }

  @Test
  void a_row_that_is_there_already_just_as_it_is_counts_as_written() {
    List<Row<TripBoard>> twice = List.of(row("a", 1, 1), row("b", 1, 1));
    rows.saveAll(projection, twice);
    rows.save(projection, row("b", 2, 2));

    assertThat(rows.saveAll(projection, twice)).containsOnly("a");
    assertThat(rows.saveAll(projection, List.of(row("b", 2, 2)))).containsOnly("b");
  }

  @Test
  void no_rows_are_written_and_read_without_asking() {
    rows.save(projection, row("a", 1, 1));

    assertThat(rows.saveAll(projection, List.<Row<TripBoard>>of())).isEmpty();
    assertThat(rows.loadAll(projection, List.of())).isEmpty();
    assertThat(rows.load(projection, "a")).contains(row("a", 1, 1));
  }

  @Test
  void of_several_writers_of_many_rows_each_row_has_one_winner() throws Exception {
    List<String> ids = List.of("a", "b", "c", "d", "e");
    for (long revision = 1; revision <= 10; revision++) {
      long next = revision;
      List<Callable<Set<String>>> writers =
          IntStream.range(0, 4)
              .mapToObj(
                  seats ->
                      (Callable<Set<String>>)
                          () ->
                              rows.saveAll(
                                  projection,
                                  ids.stream().map(id -> row(id, seats, next)).toList()))
              .toList();
      List<String> winners = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
        for (var won : threads.invokeAll(writers)) {
          winners.addAll(won.get());
        }
      }
      assertThat(winners).containsExactlyInAnyOrderElementsOf(ids);
    }
    assertThat(rows.loadAll(projection, ids).values()).extracting(Row::revision).containsOnly(10L);
  }

  @Test
  void preparing_again_keeps_the_rows() {
    Row<TripBoard> row = row("trip-1", 2, 1);
    rows.save(projection, row);

    rows.prepare(projection);

    assertThat(rows.load(projection, "trip-1")).contains(row);
    assertThat(rows.save(projection, row("trip-1", 9, 1))).isFalse();
  }

  @Test
  void of_several_writers_of_one_revision_one_wins() throws Exception {
    for (long revision = 1; revision <= 20; revision++) {
      assertThat(winnersOf(revision)).isEqualTo(1);
    }

    assertThat(rows.load(projection, "trip-1").map(Row::revision)).contains(20L);
  }

  private long winnersOf(long revision) throws Exception {
    List<Callable<Boolean>> writers =
        IntStream.range(0, 4)
            .mapToObj(
                seats ->
                    (Callable<Boolean>) () -> rows.save(projection, row("trip-1", seats, revision)))
            .toList();
    long winners = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (var won : threads.invokeAll(writers)) {
        winners += won.get() ? 1 : 0;
      }
    }
    return winners;
  }
}
