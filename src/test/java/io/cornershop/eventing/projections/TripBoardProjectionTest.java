package io.cornershop.eventing.projections;

import static io.cornershop.eventing.projections.Trips.TICKET;
import static io.cornershop.eventing.projections.Trips.TRIP;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.TicketEvent.SeatsAdded;
import io.cornershop.eventing.projections.TicketEvent.TicketSold;
import io.cornershop.eventing.projections.TripEvent.TripInspected;
import io.cornershop.eventing.projections.TripEvent.TripPlanned;
import io.cornershop.eventing.projections.TripEvent.TripRenamed;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.testing.ProjectionSpec;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The specification of projections, tried on one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TripBoardProjectionTest {

  private static final TripPlanned PLANNED = new TripPlanned("trip-1", "Dunes");
  private static final TripRenamed RENAMED = new TripRenamed("trip-1", "Dykes");
  private static final TicketSold SOLD = new TicketSold("ticket-1", "trip-1", 2);
  private static final SeatsAdded ADDED = new SeatsAdded("ticket-1", "trip-1", 3);
  private static final TripBoard BOARD = new TripBoard("trip-1", Optional.of("Dykes"), 5);

  private final ProjectionSpec<TripBoard> spec = ProjectionSpec.of(new TripBoardProjection());

  @Test
  void a_board_shows_the_last_title_and_all_seats() {
    spec.given(TRIP, PLANNED, RENAMED).given(TICKET, SOLD, ADDED).then(BOARD);
  }

  @Test
  void another_row_than_expected_fails() {
    spec.given(TRIP, PLANNED);

    assertThatThrownBy(() -> spec.then(BOARD)).isInstanceOf(AssertionError.class);
  }

  @Test
  void an_event_that_the_projection_does_not_name_fails() {
    assertThatThrownBy(() -> spec.given(TRIP, new TripInspected("trip-1")))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void events_of_two_rows_fail() {
    spec.given(TRIP, PLANNED, RENAMED)
        .given(TICKET, SOLD, ADDED, new SeatsAdded("ticket-1", "trip-2", 1));

    assertThatThrownBy(() -> spec.then(BOARD)).isInstanceOf(AssertionError.class);
  }

  @Test
  void a_row_that_depends_on_which_stream_was_first_fails() {
    ProjectionSpec<TripBoard> first =
        ProjectionSpec.of(new FirstTitleWins()).given(TRIP, PLANNED).given(TICKET, SOLD);

    assertThatThrownBy(() -> first.then(new TripBoard("trip-1", Optional.of("Dunes"), 2)))
        .isInstanceOf(AssertionError.class);
  }

  /** Forgets the title when a ticket was there before it. */
  private record FirstTitleWins(TripBoardProjection right) implements Projection<TripBoard> {

    FirstTitleWins() {
      this(new TripBoardProjection());
    }

    @Override
    public String name() {
      return right.name();
    }

    @Override
    public Class<TripBoard> rowType() {
      return right.rowType();
    }

    @Override
    public Set<Class<? extends DomainEvent>> events() {
      return right.events();
    }

    @Override
    public String rowOf(DomainEvent event) {
      return right.rowOf(event);
    }

    @Override
    public TripBoard apply(Optional<TripBoard> row, DomainEvent event, EventEnvelope envelope) {
      boolean late = event instanceof TripPlanned && row.isPresent();
      return late ? row.get() : right.apply(row, event, envelope);
    }
  }
}
