package io.cornershop.eventing.projections;

import static io.cornershop.eventing.projections.Trips.TICKET;
import static io.cornershop.eventing.projections.Trips.TRIP;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.projections.TicketEvent.SeatsAdded;
import io.cornershop.eventing.projections.TicketEvent.TicketSold;
import io.cornershop.eventing.projections.TripEvent.TripPlanned;
import io.cornershop.kernel.DomainEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LiveStreamsTest {

  private static final TicketSold SOLD = new TicketSold("ticket-1", "trip-1", 2);
  private static final SeatsAdded ADDED = new SeatsAdded("ticket-1", "trip-1", 3);

  private static final SeatsAdded LAST = new SeatsAdded("ticket-1", "trip-1", 4);

  private final Trips trips = new Trips();
  private final LiveStreams streams = new LiveStreams(trips.store, trips.json);

  private static List<DomainEvent> listed(Optional<List<DomainEvent>> before, DomainEvent event) {
    return Stream.concat(before.orElse(List.of()).stream(), Stream.of(event)).toList();
  }

  @Test
  void a_fold_sees_all_events_of_its_stream_in_order_and_no_others() {
    trips.happen(TRIP, new TripPlanned("trip-1", "Dunes"));
    trips.happen(TICKET, SOLD, ADDED);
    trips.happen(TICKET, ADDED);

    assertThat(streams.fold(TICKET, LiveStreamsTest::listed)).contains(List.of(SOLD, ADDED, ADDED));
  }

  @Test
  void a_stream_in_which_nothing_has_happened_gives_nothing() {
    assertThat(streams.fold(TICKET, LiveStreamsTest::listed)).isEmpty();
  }

  @Test
  void the_first_and_the_last_event_of_a_stream_are_found_without_the_others() {
    trips.happen(TICKET, SOLD, ADDED);
    IntStream.range(0, 250).forEach(n -> trips.happen(TICKET, ADDED));
    trips.happen(TICKET, ADDED, LAST);

    assertThat(streams.first(TICKET)).contains(SOLD);
    assertThat(streams.latest(TICKET)).contains(LAST);
  }

  @Test
  void a_stream_in_which_nothing_has_happened_has_neither_a_first_nor_a_last_event() {
    assertThat(streams.first(TICKET)).isEmpty();
    assertThat(streams.latest(TICKET)).isEmpty();
  }

  @Test
  void a_long_stream_is_read_to_its_end() {
    trips.happen(TICKET, SOLD);
    IntStream.range(0, 250).forEach(n -> trips.happen(TICKET, ADDED));

    assertThat(streams.<Integer>fold(TICKET, (count, event) -> count.orElse(0) + 1)).contains(251);
  }
}
