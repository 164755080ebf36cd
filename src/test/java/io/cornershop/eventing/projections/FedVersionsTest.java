package io.cornershop.eventing.projections;

import static io.cornershop.eventing.projections.Trips.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.UnreadableEvent;
import io.cornershop.eventing.projections.TicketEvent.TicketSold;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a handler does with a view that has more than one version. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FedVersionsTest {

  private final Trips trips = new Trips();
  private final TripBoardProjection projection = new TripBoardProjection();
  private final InMemoryRows rows = new InMemoryRows();
  private final InMemoryRows others = new InMemoryRows();

  private record Current(InMemoryRows served, List<Rows> all, boolean outgrown)
      implements CurrentRows {

    @Override
    public Rows served(String view) {
      return served;
    }

    @Override
    public List<Rows> fed(Projection<?> view) {
      return all;
    }

    @Override
    public boolean outgrown(Projection<?> view) {
      return outgrown;
    }
  }

  private ProjectionHandler<TripBoard> feeding(boolean outgrown, Rows... fed) {
    return new ProjectionHandler<>(
        new RowUpdates<>(projection, trips.types, trips.json, trips.store, GapListener.NONE),
        new Current(rows, List.of(fed), outgrown));
  }

  private List<EventEnvelope> sold() {
    return trips.happen(TICKET, new TicketSold("ticket-1", "trip-1", 2));
  }

  private static Optional<Integer> seats(InMemoryRows in, TripBoardProjection projection) {
    return in.load(projection, "trip-1").map(row -> row.value().seats());
  }

  @Test
  void an_event_reaches_every_version_that_is_fed() {
    ProjectionHandler<TripBoard> both = feeding(false, rows, others);

    sold().forEach(both::handle);
    both.handleAll(trips.happen(TICKET, new TicketEvent.SeatsAdded("ticket-1", "trip-1", 3)));

    assertThat(rows.load(projection, "trip-1")).isEqualTo(others.load(projection, "trip-1"));
    assertThat(seats(rows, projection)).contains(5);
  }

  @Test
  void an_event_that_a_newer_build_needs_too_is_left_to_it() {
    List<EventEnvelope> sold = sold();

    for (ProjectionHandler<TripBoard> behind : List.of(feeding(true), feeding(true, rows))) {
      assertThatThrownBy(() -> behind.handle(sold.getFirst()))
          .isInstanceOfSatisfying(
              UnreadableEvent.class, e -> assertThat(e.newerThanThisBuild()).isTrue());
      assertThatThrownBy(() -> behind.handleAll(sold)).isInstanceOf(UnreadableEvent.class);
    }

    assertThat(seats(rows, projection)).contains(2);
  }
}
