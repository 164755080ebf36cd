package io.cornershop.eventing.projections;

import static io.cornershop.eventing.projections.Trips.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.TicketEvent.TicketSold;
import io.cornershop.kernel.Unavailable;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProjectionHandlerRacesTest {

  private static final TicketSold SOLD = new TicketSold("ticket-1", "trip-1", 2);
  private static final TripBoard BOARD = new TripBoard("trip-1", Optional.empty(), 2);

  private final Trips trips = new Trips();
  private final TripBoardProjection projection = new TripBoardProjection();
  private final InMemoryRows rows = new InMemoryRows();

  private ProjectionHandler<TripBoard> handlerOn(Rows target) {
    return new ProjectionHandler<>(projection, trips.types, trips.json, trips.store, target);
  }

  /** Rows at which something happens before each save. */
  private record Troubled(Rows rows, BooleanSupplier goesOn) implements Rows {

    @Override
    public <V> Optional<Row<V>> load(Projection<V> projection, String id) {
      return rows.load(projection, id);
    }

    @Override
    public <V> Map<String, Row<V>> loadAll(Projection<V> projection, Collection<String> ids) {
      return rows.loadAll(projection, ids);
    }

    @Override
    public Sources sources(Projection<?> projection, String id) {
      return rows.sources(projection, id);
    }

    @Override
    public <V> boolean save(Projection<V> projection, Row<V> row) {
      return goesOn.getAsBoolean() && rows.save(projection, row);
    }

    @Override
    public <V> Set<String> saveAll(Projection<V> projection, Collection<Row<V>> many) {
      return goesOn.getAsBoolean() ? rows.saveAll(projection, many) : Set.of();
    }

    @Override
    public void prepare(Projection<?> projection) {
      rows.prepare(projection);
    }
  }

  @Test
  void a_writer_that_was_second_reads_again() {
    EventEnvelope sold = trips.happen(TICKET, SOLD).getFirst();
    StreamId otherTicket = new StreamId("Ticket", "ticket-2");
    EventEnvelope other =
        trips.happen(otherTicket, new TicketSold("ticket-2", "trip-1", 5)).getFirst();
    Troubled overtaken =
        new Troubled(
            rows,
            () -> {
              handlerOn(rows).handle(other);
              return true;
            });

    handlerOn(overtaken).handle(sold);

    assertThat(rows.load(projection, "trip-1").map(Row::value))
        .contains(new TripBoard("trip-1", Optional.empty(), 7));
  }

  @Test
  void a_writer_that_is_always_second_gives_up() {
    EventEnvelope sold = trips.happen(TICKET, SOLD).getFirst();

    assertThatThrownBy(() -> handlerOn(new Troubled(rows, () -> false)).handle(sold))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void an_event_is_applied_once_when_the_first_try_dies_before_the_write() {
    EventEnvelope sold = trips.happen(TICKET, SOLD).getFirst();
    Troubled dying =
        new Troubled(
            rows,
            () -> {
              throw new Unavailable("dies", Duration.ZERO, null);
            });

    assertThatThrownBy(() -> handlerOn(dying).handle(sold)).isInstanceOf(Unavailable.class);
    handlerOn(rows).handle(sold);

    assertThat(rows.load(projection, "trip-1").map(Row::value)).contains(BOARD);
  }

  @Test
  void an_event_is_applied_once_when_the_first_try_dies_after_the_write() {
    EventEnvelope sold = trips.happen(TICKET, SOLD).getFirst();
    Troubled dying =
        new Troubled(
            rows,
            () -> {
              handlerOn(rows).handle(sold);
              throw new Unavailable("dies", Duration.ZERO, null);
            });

    assertThatThrownBy(() -> handlerOn(dying).handle(sold)).isInstanceOf(Unavailable.class);
    handlerOn(rows).handle(sold);

    assertThat(rows.load(projection, "trip-1").map(Row::value)).contains(BOARD);
  }

  @Test
  void many_events_are_applied_once_when_another_writer_is_first_at_one_row() {
    EventEnvelope sold = trips.happen(TICKET, SOLD).getFirst();
    EventEnvelope other =
        trips
            .happen(new StreamId("Ticket", "ticket-2"), new TicketSold("ticket-2", "trip-2", 3))
            .getFirst();
    Troubled overtaken =
        new Troubled(
            rows,
            () -> {
              handlerOn(rows).handle(sold);
              return true;
            });

    handlerOn(overtaken).handleAll(List.of(sold, other));

    assertThat(rows.load(projection, "trip-1").map(Row::value)).contains(BOARD);
    assertThat(rows.load(projection, "trip-2").map(Row::value))
        .contains(new TripBoard("trip-2", Optional.empty(), 3));
  }

  @Test
  void many_events_are_applied_once_when_the_first_try_dies_before_or_after_the_write() {
    List<EventEnvelope> sold = trips.happen(TICKET, SOLD);
    for (boolean written : List.of(false, true)) {
      Troubled dying =
          new Troubled(
              rows,
              () -> {
                if (written) {
                  handlerOn(rows).handleAll(sold);
                }
                throw new Unavailable("dies", Duration.ZERO, null);
              });
      assertThatThrownBy(() -> handlerOn(dying).handleAll(sold)).isInstanceOf(Unavailable.class);
    }

    handlerOn(rows).handleAll(sold);

    assertThat(rows.load(projection, "trip-1").map(Row::value)).contains(BOARD);
  }

  @Test
  void concurrent_writers_of_one_row_lose_and_double_nothing() throws Exception {
    List<EventEnvelope> events =
        IntStream.range(0, 40)
            .mapToObj(n -> new StreamId("Ticket", "ticket-" + n))
            .flatMap(
                ticket ->
                    trips
                        .happen(ticket, new TicketSold(ticket.aggregateId(), "trip-1", 1))
                        .stream())
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Object>> twiceEach =
          IntStream.range(0, 2 * events.size())
              .mapToObj(n -> patiently(events.get(n % events.size())))
              .toList();
      for (var done : threads.invokeAll(twiceEach)) {
        done.get();
      }
    }

    assertThat(rows.load(projection, "trip-1").map(Row::value))
        .contains(new TripBoard("trip-1", Optional.empty(), 40));
  }

  /** Repeats while the row is too busy, as consumers do. */
  private Callable<Object> patiently(EventEnvelope event) {
    return () -> {
      while (true) {
        try {
          handlerOn(rows).handle(event);
          return event;
        } catch (Unavailable busy) {
          Thread.onSpinWait();
        }
      }
    };
  }

  /** Rows that tell how often somebody has looked at them. */
  private Rows watched(AtomicInteger looks) {
    return (Rows)
        Proxy.newProxyInstance(
            Rows.class.getClassLoader(),
            new Class<?>[] {Rows.class},
            (proxy, method, arguments) -> {
              looks.addAndGet(method.getName().startsWith("load") ? 1 : 0);
              return method.invoke(rows, arguments);
            });
  }

  @Test
  void the_first_event_of_a_row_is_written_without_a_look() {
    AtomicInteger looks = new AtomicInteger();
    ProjectionHandler<TripBoard> handler = handlerOn(watched(looks));
    List<EventEnvelope> sold = trips.happen(TICKET, SOLD);

    handler.handleAll(sold);
    assertThat(looks).hasValue(0);

    handler.handleAll(sold);
    sold.forEach(handler::handle);
    assertThat(rows.load(projection, "trip-1").map(Row::value)).contains(BOARD);
    assertThat(rows.load(projection, "trip-1").map(Row::revision)).contains(1L);
  }

  @Test
  void the_first_event_of_a_second_stream_goes_into_the_row_that_there_is() {
    ProjectionHandler<TripBoard> handler = handlerOn(rows);
    StreamId second = new StreamId("Ticket", "ticket-2");

    handler.handleAll(trips.happen(TICKET, SOLD));
    handler.handleAll(trips.happen(second, new TicketSold("ticket-2", "trip-1", 5)));

    assertThat(rows.load(projection, "trip-1").map(Row::value))
        .contains(new TripBoard("trip-1", Optional.empty(), 7));
  }
}
