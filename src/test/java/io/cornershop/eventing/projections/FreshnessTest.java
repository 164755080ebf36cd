package io.cornershop.eventing.projections;

import static io.cornershop.eventing.projections.Trips.TICKET;
import static io.cornershop.eventing.projections.Trips.TRIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.projections.TripEvent.TripPlanned;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class FreshnessTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final Trips trips = new Trips();
  private final TripBoardProjection projection = new TripBoardProjection();
  private final InMemoryRows rows = new InMemoryRows();
  private final ProjectionHandler<TripBoard> handler =
      new ProjectionHandler<>(projection, trips.types, trips.json, trips.store, rows);

  private Freshness freshness(int maxWaiters) {
    return new Freshness(rows, trips.store, List.of(projection), maxWaiters);
  }

  private void plan() {
    trips.happen(TRIP, new TripPlanned("trip-1", "Dunes")).forEach(handler::handle);
  }

  @Test
  void a_row_that_includes_the_sequence_is_fresh_at_once() {
    plan();

    assertThat(freshness(0).await("trip_board", "trip-1", TRIP, 1, LONG)).isTrue();
  }

  @Test
  void a_row_that_comes_to_include_it_is_waited_for() {
    CompletableFuture<Boolean> fresh =
        CompletableFuture.supplyAsync(
            () -> freshness(1).await("trip_board", "trip-1", TRIP, 1, LONG));

    plan();

    assertThat(fresh.join()).isTrue();
  }

  @Test
  void a_row_that_lacks_it_is_stale_when_the_wait_is_over() {
    plan();

    assertThat(freshness(1).await("trip_board", "trip-1", TRIP, 2, SHORT)).isFalse();
    assertThat(freshness(1).await("trip_board", "trip-1", TICKET, 1, SHORT)).isFalse();
    assertThat(freshness(1).await("trip_board", "trip-2", TRIP, 1, SHORT)).isFalse();
  }

  @Test
  void a_row_is_current_as_long_as_nothing_more_happens_in_its_streams() {
    plan();
    assertThat(freshness(0).isCurrent("trip_board", "trip-1", List.of(TRIP, TICKET))).isTrue();

    trips.happen(TRIP, new TripPlanned("trip-1", "Woods"));

    assertThat(freshness(0).isCurrent("trip_board", "trip-1", List.of(TICKET))).isTrue();
    assertThat(freshness(0).isCurrent("trip_board", "trip-1", List.of(TICKET, TRIP))).isFalse();
  }

  @Test
  void nobody_waits_when_too_many_do() {
    assertThat(freshness(0).await("trip_board", "trip-1", TRIP, 1, LONG)).isFalse();
  }

  @Test
  void a_sequence_of_another_life_of_the_store_does_not_count() {
    TripBoard board = new TripBoard("trip-1", Optional.empty(), 0);
    Sources outlived = Sources.NONE.with(TRIP, 9, "another life");
    rows.save(projection, new Row<>("trip-1", board, outlived, 1));

    assertThat(freshness(1).await("trip_board", "trip-1", TRIP, 1, Duration.ZERO)).isFalse();
  }

  @Test
  void an_unknown_projection_is_refused() {
    assertThatThrownBy(() -> freshness(1).await("nothing", "trip-1", TRIP, 1, SHORT))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
