package io.cornershop.eventing.projections;

import static io.cornershop.eventing.projections.Trips.OTHER_TRIP;
import static io.cornershop.eventing.projections.Trips.TICKET;
import static io.cornershop.eventing.projections.Trips.TRIP;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.TicketEvent.SeatsAdded;
import io.cornershop.eventing.projections.TicketEvent.TicketSold;
import io.cornershop.eventing.projections.TripEvent.TripPlanned;
import io.cornershop.observability.metrics.ProjectionMetrics;
import io.cornershop.observability.metrics.TestMeters;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is counted of views. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountedProjectionTest {

  private static final Duration LATER = Duration.ofSeconds(3);

  private final Trips trips = new Trips();
  private final InMemoryRows rows = new InMemoryRows();
  private final TestMeters counted = TestMeters.usual();
  private final TripBoardProjection projection = new TripBoardProjection();
  private final String view = projection.name();
  private final ProjectionHandler<TripBoard> handler =
      new ProjectionHandler<>(
          new RowUpdates<>(projection, trips.types, trips.json, trips.store, GapListener.NONE),
          CurrentRows.only(rows),
          new ProjectionMetrics(
              counted.meters, Clock.fixed(Trips.NOON.plus(LATER), ZoneOffset.UTC)));

  private String updated(String eventType) {
    return "read_models_updated_total{event_type=" + eventType + ",read_model_type=" + view + "}";
  }

  private String writes() {
    return "read_model_update_duration{read_model_type=" + view + "} count";
  }

  private String lateness(String what) {
    return "projection_append_to_applied{projection=" + view + "} " + what;
  }

  @Test
  void an_event_that_came_before_is_no_update() {
    List<EventEnvelope> events =
        trips.happen(
            TICKET,
            new TicketSold("ticket-1", "trip-1", 2),
            new SeatsAdded("ticket-1", "trip-1", 3));
    events.forEach(handler::handle);
    events.forEach(handler::handle);
    handler.handleAll(events);

    assertThat(counted.counts())
        .isEqualTo(
            Map.of(
                updated("TicketSold"), 1.0,
                updated("SeatsAdded"), 1.0,
                writes(), 5.0,
                lateness("count"), 2.0));
    // the events of a stream are a second apart here: three seconds after noon they are 2 s and 1 s
    // old
    assertThat(counted.all().get(lateness("sum"))).isEqualTo(3.0);
  }

  @Test
  void many_at_once_are_one_write_and_each_an_update() {
    List<EventEnvelope> events =
        Stream.of(
                trips.happen(TRIP, new TripPlanned("trip-1", "Dunes")),
                trips.happen(TICKET, new TicketSold("ticket-1", "trip-1", 2)),
                trips.happen(OTHER_TRIP, new TripPlanned("trip-2", "Mills")))
            .flatMap(List::stream)
            .toList();
    handler.handleAll(events);
    handler.handleAll(events);

    assertThat(counted.counts())
        .isEqualTo(
            Map.of(
                updated("TripPlanned"), 2.0,
                updated("TicketSold"), 1.0,
                writes(), 2.0,
                lateness("count"), 3.0));
  }

  @Test
  void what_a_gap_hid_counts_when_it_is_fetched_and_not_again_when_it_comes() {
    List<EventEnvelope> events =
        trips.happen(
            TICKET,
            new TicketSold("ticket-1", "trip-1", 2),
            new SeatsAdded("ticket-1", "trip-1", 3));
    handler.handle(events.getLast());
    handler.handle(events.getFirst());

    assertThat(counted.counts())
        .isEqualTo(
            Map.of(
                updated("TicketSold"), 1.0,
                updated("SeatsAdded"), 1.0,
                writes(), 2.0,
                lateness("count"), 2.0));
  }
}
