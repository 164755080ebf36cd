package io.cornershop.eventing.projections;

import static io.cornershop.eventing.projections.Trips.TICKET;
import static io.cornershop.eventing.projections.Trips.TRIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.TicketEvent.SeatsAdded;
import io.cornershop.eventing.projections.TicketEvent.TicketSold;
import io.cornershop.eventing.projections.TripEvent.TripPlanned;
import io.cornershop.eventing.projections.TripEvent.TripRenamed;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowBuildTest {

  private static final EventsBetween PASSED_BEFORE = (stream, after, before) -> List.of();

  private final Trips trips = new Trips();
  private final TripBoardProjection projection = new TripBoardProjection();
  private final InMemoryRows rows = new InMemoryRows();
  private final AskedRows asked =
      new AskedRows(rows, new ArrayList<>(), new ArrayList<>(), new AtomicBoolean());
  private final RowUpdates<TripBoard> updates =
      new RowUpdates<>(projection, trips.types, trips.json, trips.store, GapListener.NONE);

  /** Rows that note which are asked for and which are written together, and may die before that. */
  private record AskedRows(
      Rows rows, List<Set<String>> loaded, List<Set<String>> saved, AtomicBoolean dying)
      implements Rows {

    @Override
    public <V> Optional<Row<V>> load(Projection<V> projection, String id) {
      loaded.add(Set.of(id));
      return rows.load(projection, id);
    }

    @Override
    public <V> Map<String, Row<V>> loadAll(Projection<V> projection, Collection<String> ids) {
      loaded.add(Set.copyOf(ids));
      return rows.loadAll(projection, ids);
    }

    @Override
    public Sources sources(Projection<?> projection, String id) {
      return rows.sources(projection, id);
    }

    @Override
    public <V> boolean save(Projection<V> projection, Row<V> row) {
      saved.add(Set.of(row.id()));
      return rows.save(projection, row);
    }

    @Override
    public <V> Set<String> saveAll(Projection<V> projection, Collection<Row<V>> many) {
      saved.add(many.stream().map(Row::id).collect(Collectors.toSet()));
      if (dying.getAndSet(false)) {
        throw new Unavailable("dies", Duration.ZERO, null);
      }
      return rows.saveAll(projection, many);
    }

    @Override
    public void prepare(Projection<?> projection) {
      rows.prepare(projection);
    }
  }

  private RowBuild<TripBoard> build(boolean empty) {
    return new RowBuild<>(updates, asked, PASSED_BEFORE, empty);
  }

  private RowBuild<TripBoard> buildThatRemembers(int most) {
    return new RowBuild<>(updates, asked, PASSED_BEFORE, new RememberedRows<>(most, true));
  }

  private List<EventEnvelope> planned(String trip) {
    return trips.happen(new StreamId("Trip", trip), new TripPlanned(trip, "Trip " + trip));
  }

  private List<EventEnvelope> renamed(String trip, String name) {
    return trips.happen(new StreamId("Trip", trip), new TripRenamed(trip, name));
  }

  private static void write(RowBuild<TripBoard> build, List<EventEnvelope> events) {
    build.take(events);
    build.write();
  }

  private Optional<TripBoard> board(String trip) {
    return rows.load(projection, trip).map(Row::value);
  }

  @Test
  void rows_of_a_version_that_begins_with_nothing_are_written_without_being_looked_for() {
    RowBuild<TripBoard> build = build(true);
    build.take(planned("trip-1"));
    build.take(planned("trip-2"));
    build.take(renamed("trip-1", "Dunes"));

    build.write();

    assertThat(asked.loaded()).isEmpty();
    assertThat(asked.saved()).containsExactly(Set.of("trip-1", "trip-2"));
    assertThat(board("trip-1")).contains(new TripBoard("trip-1", Optional.of("Dunes"), 0));
    assertThat(board("trip-2")).contains(new TripBoard("trip-2", Optional.of("Trip trip-2"), 0));
  }

  @Test
  void a_row_that_it_has_written_is_changed_without_being_read_again() {
    RowBuild<TripBoard> build = build(true);
    write(build, planned("trip-1"));

    write(build, renamed("trip-1", "Dunes"));
    write(build, trips.happen(TICKET, new TicketSold("ticket-1", "trip-1", 2)));

    assertThat(asked.loaded()).isEmpty();
    assertThat(rows.load(projection, "trip-1").map(Row::revision)).contains(3L);
    assertThat(board("trip-1")).contains(new TripBoard("trip-1", Optional.of("Dunes"), 2));
  }

  @Test
  void rows_that_may_be_there_are_looked_for_all_at_once() {
    write(build(true), planned("trip-1"));
    List<EventEnvelope> more = new ArrayList<>(renamed("trip-1", "Dunes"));
    more.addAll(planned("trip-2"));

    write(build(false), more);

    assertThat(asked.loaded()).containsExactly(Set.of("trip-1", "trip-2"));
    assertThat(board("trip-1")).contains(new TripBoard("trip-1", Optional.of("Dunes"), 0));
    assertThat(board("trip-2")).contains(new TripBoard("trip-2", Optional.of("Trip trip-2"), 0));
  }

  @Test
  void what_it_remembers_has_a_bound_beyond_which_it_reads_again() {
    RowBuild<TripBoard> build = buildThatRemembers(2);
    write(build, planned("trip-1"));
    write(build, planned("trip-2"));
    write(build, planned("trip-3"));
    assertThat(asked.loaded()).isEmpty();

    write(build, renamed("trip-3", "Dunes"));
    assertThat(asked.loaded()).isEmpty();
    write(build, renamed("trip-1", "Other dunes"));
    write(build, planned("trip-4"));

    assertThat(asked.loaded()).containsExactly(Set.of("trip-1"), Set.of("trip-4"));
    assertThat(board("trip-3")).contains(new TripBoard("trip-3", Optional.of("Dunes"), 0));
    assertThat(board("trip-1")).contains(new TripBoard("trip-1", Optional.of("Other dunes"), 0));
  }

  @Test
  void a_row_that_another_writer_has_changed_meanwhile_loses_and_doubles_nothing() {
    RowBuild<TripBoard> build = build(true);
    write(build, trips.happen(TICKET, new TicketSold("ticket-1", "trip-1", 2)));
    List<EventEnvelope> added = trips.happen(TICKET, new SeatsAdded("ticket-1", "trip-1", 3));
    updates.applyAll(rows, added, applied -> {});
    List<EventEnvelope> plan = trips.happen(TRIP, new TripPlanned("trip-1", "Dunes"));

    build.take(added);
    write(build, plan);

    assertThat(board("trip-1")).contains(new TripBoard("trip-1", Optional.of("Dunes"), 5));
    write(build, trips.happen(TRIP, new TripRenamed("trip-1", "Other dunes")));
    assertThat(board("trip-1")).contains(new TripBoard("trip-1", Optional.of("Other dunes"), 5));
  }

  @Test
  void a_row_that_is_there_against_expectation_is_brought_up_to_its_events() {
    List<EventEnvelope> first = planned("trip-1");
    updates.applyAll(rows, first, applied -> {});
    updates.applyAll(rows, renamed("trip-1", "Dunes"), applied -> {});
    List<EventEnvelope> all = new ArrayList<>(first);
    all.addAll(trips.happen(TICKET, new TicketSold("ticket-1", "trip-1", 2)));

    write(build(true), all);

    assertThat(board("trip-1")).contains(new TripBoard("trip-1", Optional.of("Dunes"), 2));
  }

  @Test
  void the_same_events_again_after_a_death_before_the_checkpoint_change_nothing() {
    List<EventEnvelope> events = new ArrayList<>(planned("trip-1"));
    events.addAll(trips.happen(TICKET, new TicketSold("ticket-1", "trip-1", 2)));
    write(build(true), events);
    Collection<Row<?>> before = rows.of(projection);

    write(build(true), events);
    write(build(false), events);

    assertThat(rows.of(projection)).isEqualTo(before);
  }

  @Test
  void after_a_failure_it_believes_in_nothing_that_it_has_not_written() {
    RowBuild<TripBoard> build = build(true);
    write(build, planned("trip-1"));
    List<EventEnvelope> second = renamed("trip-1", "Dunes");
    asked.dying().set(true);

    assertThatThrownBy(() -> write(build, second)).isInstanceOf(Unavailable.class);
    write(build, second);

    assertThat(asked.loaded()).containsExactly(Set.of("trip-1"));
    assertThat(board("trip-1")).contains(new TripBoard("trip-1", Optional.of("Dunes"), 0));
  }
}
