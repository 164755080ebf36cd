package io.cornershop.eventing.projections;

import static io.cornershop.eventing.projections.Trips.OTHER_TRIP;
import static io.cornershop.eventing.projections.Trips.TICKET;
import static io.cornershop.eventing.projections.Trips.TRIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.events.UnreadableEvent;
import io.cornershop.eventing.projections.Sources.Mark;
import io.cornershop.eventing.projections.TicketEvent.SeatsAdded;
import io.cornershop.eventing.projections.TicketEvent.TicketSold;
import io.cornershop.eventing.projections.TripEvent.TripInspected;
import io.cornershop.eventing.projections.TripEvent.TripPlanned;
import io.cornershop.eventing.projections.TripEvent.TripRenamed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProjectionHandlerTest {

  private static final TripPlanned PLANNED = new TripPlanned("trip-1", "Dunes");
  private static final TripRenamed RENAMED = new TripRenamed("trip-1", "Dykes");
  private static final TicketSold SOLD = new TicketSold("ticket-1", "trip-1", 2);
  private static final SeatsAdded ADDED = new SeatsAdded("ticket-1", "trip-1", 3);

  private final Trips trips = new Trips();
  private final TripBoardProjection projection = new TripBoardProjection();
  private final InMemoryRows rows = new InMemoryRows();
  private final ProjectionHandler<TripBoard> handler = handlerOn(rows);

  private ProjectionHandler<TripBoard> handlerOn(Rows target) {
    return new ProjectionHandler<>(projection, trips.types, trips.json, trips.store, target);
  }

  private Optional<Row<TripBoard>> row(String id) {
    return rows.load(projection, id);
  }

  private Row<TripBoard> expected(
      Optional<String> title, int seats, Map<StreamId, Long> sequences, long revision) {
    Sources sources = Sources.NONE;
    for (Map.Entry<StreamId, Long> mark : sequences.entrySet()) {
      sources = sources.with(mark.getKey(), mark.getValue(), trips.store.epoch());
    }
    return new Row<>("trip-1", new TripBoard("trip-1", title, seats), sources, revision);
  }

  @Test
  void an_event_makes_its_row() {
    trips.happen(TRIP, PLANNED).forEach(handler::handle);

    assertThat(row("trip-1")).contains(expected(Optional.of("Dunes"), 0, Map.of(TRIP, 1L), 1));
  }

  @Test
  void a_repeated_event_changes_nothing() {
    List<EventEnvelope> events = trips.happen(TICKET, SOLD, ADDED);
    events.forEach(handler::handle);

    events.forEach(handler::handle);

    assertThat(row("trip-1")).contains(expected(Optional.empty(), 5, Map.of(TICKET, 2L), 2));
  }

  @Test
  void many_events_make_each_row_in_one_write() {
    List<EventEnvelope> events =
        java.util.stream.Stream.of(
                trips.happen(TRIP, PLANNED, RENAMED),
                trips.happen(TICKET, SOLD, ADDED),
                trips.happen(OTHER_TRIP, new TripPlanned("trip-2", "Mills")))
            .flatMap(List::stream)
            .toList();

    handler.handleAll(events);
    handler.handleAll(events);

    assertThat(row("trip-1"))
        .contains(expected(Optional.of("Dykes"), 5, Map.of(TRIP, 2L, TICKET, 2L), 1));
    assertThat(row("trip-2").map(Row::value))
        .contains(new TripBoard("trip-2", Optional.of("Mills"), 0));
  }

  @Test
  void many_events_bring_missing_predecessors_from_the_store() {
    trips.happen(TICKET, SOLD);
    List<EventEnvelope> late = trips.happen(TICKET, ADDED, ADDED);

    handler.handleAll(List.of(late.getLast()));

    assertThat(row("trip-1")).contains(expected(Optional.empty(), 8, Map.of(TICKET, 3L), 1));
  }

  @Test
  void a_gap_is_told_with_the_events_that_the_view_wants() {
    List<String> told = new ArrayList<>();
    ProjectionHandler<TripBoard> telling =
        new ProjectionHandler<>(
            new RowUpdates<>(
                projection,
                trips.types,
                trips.json,
                trips.store,
                (view, stream, events) -> told.add(view + " " + stream + " " + events)),
            CurrentRows.only(rows));
    trips.happen(TICKET, SOLD, ADDED);
    EventEnvelope last = trips.happen(TICKET, ADDED).getFirst();
    List<EventEnvelope> trip = trips.happen(TRIP, PLANNED, new TripInspected("trip-1"), RENAMED);

    telling.handle(last);
    telling.handleAll(List.of(trip.get(0), trip.get(2)));

    assertThat(told).containsExactly("trip_board Ticket/ticket-1 2");
  }

  @Test
  void an_event_that_comes_too_early_brings_its_predecessors_from_the_store() {
    trips.happen(TICKET, SOLD);
    EventEnvelope late = trips.happen(TICKET, ADDED).getFirst();
    EventEnvelope last = trips.happen(TICKET, ADDED).getFirst();

    handler.handle(last);
    handler.handle(late);

    assertThat(row("trip-1")).contains(expected(Optional.empty(), 8, Map.of(TICKET, 3L), 1));
  }

  @Test
  void a_missing_event_in_the_middle_of_a_commit_is_found() {
    List<EventEnvelope> commit = trips.happen(TICKET, SOLD, ADDED, ADDED, ADDED);
    handler.handle(commit.getFirst());

    handler.handle(commit.getLast());

    assertThat(row("trip-1")).contains(expected(Optional.empty(), 11, Map.of(TICKET, 4L), 2));
  }

  @Test
  void a_missing_event_deep_in_a_large_commit_is_found() {
    SeatsAdded[] many = new SeatsAdded[300];
    java.util.Arrays.fill(many, new SeatsAdded("ticket-1", "trip-1", 1));
    trips.happen(TICKET, SOLD);
    List<EventEnvelope> commit = trips.happen(TICKET, many);
    commit.subList(0, 200).forEach(handler::handle);

    handler.handle(commit.getLast());

    assertThat(row("trip-1")).contains(expected(Optional.empty(), 302, Map.of(TICKET, 301L), 201));
  }

  @Test
  void two_streams_make_the_same_row_in_either_order() {
    EventEnvelope planned = trips.happen(TRIP, PLANNED).getFirst();
    EventEnvelope sold = trips.happen(TICKET, SOLD).getFirst();
    InMemoryRows others = new InMemoryRows();

    handler.handle(planned);
    handler.handle(sold);
    handlerOn(others).handle(sold);
    Optional<Row<TripBoard>> skeleton = others.load(projection, "trip-1");
    handlerOn(others).handle(planned);

    assertThat(skeleton).contains(expected(Optional.empty(), 2, Map.of(TICKET, 1L), 1));
    assertThat(row("trip-1"))
        .isEqualTo(others.load(projection, "trip-1"))
        .contains(expected(Optional.of("Dunes"), 2, Map.of(TRIP, 1L, TICKET, 1L), 2));
  }

  @Test
  void events_that_the_view_does_not_want_only_move_the_mark() {
    List<EventEnvelope> events = trips.happen(TRIP, PLANNED, new TripInspected("trip-1"), RENAMED);
    handler.handle(events.get(0));

    handler.handle(events.get(2));

    assertThat(row("trip-1")).contains(expected(Optional.of("Dykes"), 0, Map.of(TRIP, 3L), 2));
  }

  @Test
  void events_of_the_same_stream_for_another_row_only_move_the_mark() {
    List<EventEnvelope> events =
        trips.happen(TICKET, SOLD, new SeatsAdded("ticket-1", "trip-2", 7), ADDED);

    handler.handle(events.get(0));
    handler.handle(events.get(2));
    handler.handle(events.get(1));

    assertThat(row("trip-1")).contains(expected(Optional.empty(), 5, Map.of(TICKET, 3L), 2));
    assertThat(row("trip-2").map(Row::value))
        .contains(new TripBoard("trip-2", Optional.empty(), 7));
  }

  @Test
  void rows_do_not_touch_each_other() {
    trips.happen(TRIP, PLANNED).forEach(handler::handle);
    trips.happen(OTHER_TRIP, new TripPlanned("trip-2", "Mills")).forEach(handler::handle);

    assertThat(row("trip-1")).contains(expected(Optional.of("Dunes"), 0, Map.of(TRIP, 1L), 1));
    assertThat(row("trip-2").map(Row::value))
        .contains(new TripBoard("trip-2", Optional.of("Mills"), 0));
  }

  @Test
  void an_event_whose_predecessor_the_store_does_not_have_is_not_applied() {
    EventEnvelope unheard = trips.envelope(TICKET, 2, ADDED);

    assertThatThrownBy(() -> handler.handle(unheard))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Ticket/ticket-1");
    assertThat(row("trip-1")).isEmpty();
  }

  @Test
  void an_event_that_cannot_be_read_is_not_applied_and_keeps_a_lane() {
    EventEnvelope sold = trips.happen(TICKET, SOLD).getFirst();
    EventEnvelope newer =
        new EventEnvelope(
            sold.eventId(),
            new EventType("TicketSold", 9),
            sold.stream(),
            sold.sequence(),
            sold.timestamp(),
            sold.data(),
            sold.metadata(),
            sold.position());

    assertThat(handler.keyOf(newer)).isEqualTo("ticket-1");
    assertThat(handler.keyOf(sold)).isEqualTo("trip-1");
    assertThatThrownBy(() -> handler.handle(newer)).isInstanceOf(UnreadableEvent.class);
    assertThat(row("trip-1")).isEmpty();
  }

  @Test
  void a_row_of_another_life_of_the_store_is_made_anew_from_its_streams() {
    trips.happen(TRIP, PLANNED);
    EventEnvelope sold = trips.happen(TICKET, SOLD).getFirst();
    Sources other =
        new Sources(Map.of(TRIP, new Mark(7, "another life"), TICKET, new Mark(9, "another life")));
    TripBoard lost = new TripBoard("trip-1", Optional.of("Lost"), 99);
    rows.save(projection, new Row<>("trip-1", lost, other, 1));

    handler.handle(sold);

    assertThat(row("trip-1"))
        .contains(expected(Optional.of("Dunes"), 2, Map.of(TRIP, 1L, TICKET, 1L), 2));
  }

  @Test
  void the_handler_wants_what_its_projection_wants() {
    assertThat(handler.name()).isEqualTo("trip_board");
    assertThat(handler.group()).isEqualTo("projections");
    assertThat(handler.eventTypes())
        .containsExactlyInAnyOrder("TripPlanned", "TripRenamed", "TicketSold", "SeatsAdded");
  }
}
