package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.GapListener;
import io.cornershop.eventing.projections.InMemoryRows;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.ProjectionHandler;
import io.cornershop.eventing.projections.Row;
import io.cornershop.eventing.projections.RowUpdates;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.eventing.projections.TicketEvent.TicketSold;
import io.cornershop.eventing.projections.TripBoard;
import io.cornershop.eventing.projections.TripBoardProjection;
import io.cornershop.eventing.projections.TripEvent.TripPlanned;
import io.cornershop.eventing.projections.Trips;
import io.cornershop.eventing.projections.versions.InMemoryRowVersions;
import io.cornershop.eventing.projections.versions.InMemoryViewRegistry;
import io.cornershop.eventing.projections.versions.KnownVersions;
import io.cornershop.eventing.projections.versions.RebuildJob;
import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import io.cornershop.eventing.projections.versions.RowVersions;
import io.cornershop.eventing.projections.versions.ViewState;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.kernel.DomainEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** A view of trips with a store, a log, a live consumer, operators and nodes. */
final class Scene {

  static final String VIEW = "trip_board";
  static final int COMMITS_AT_ONCE = 2;

  /** Reads nothing ahead, so that every page is read when it is wanted. */
  static final Executor NOBODY = task -> {};

  private static final RebuildSettings QUICK =
      new RebuildSettings(Duration.ZERO, 3, Duration.ZERO, COMMITS_AT_ONCE, 3);

  /** What lies in the database. */
  private record Kept(
      Trips trips,
      HookedStore store,
      HookedLog log,
      InMemoryViewRegistry registry,
      InMemoryRowVersions rows) {}

  private final Kept kept;
  final Trips trips;
  final HookedStore store;
  final HookedLog log;
  final InMemoryViewRegistry registry;
  final InMemoryRowVersions rows;
  final RebuildParts parts;
  final KnownVersions known;
  final Projection<TripBoard> projection;
  final Rebuilds operator;
  final ProjectionHandler<TripBoard> live;

  Scene() {
    this(new TripBoardProjection());
  }

  Scene(Projection<TripBoard> projection) {
    this(projection, kept(new Trips()));
  }

  private static Kept kept(Trips trips) {
    return new Kept(
        trips,
        new HookedStore(trips.store),
        new HookedLog(),
        new InMemoryViewRegistry(),
        new InMemoryRowVersions());
  }

  private Scene(Projection<TripBoard> projection, Kept kept) {
    this.kept = kept;
    this.trips = kept.trips();
    this.store = kept.store();
    this.log = kept.log();
    this.registry = kept.registry();
    this.rows = kept.rows();
    this.parts = new RebuildParts(registry, rows, store, log, NOBODY);
    this.known = new KnownVersions(registry, rows, Duration.ofNanos(-1), System::nanoTime);
    this.projection = projection;
    this.operator =
        new Rebuilds(parts, List.of(projection), Clock.fixed(Trips.NOON, ZoneOffset.UTC));
    this.live = new ProjectionHandler<>(updates(), known);
    known.prepare(projection);
  }

  /** The same database with another build. */
  Scene seenBy(Projection<TripBoard> otherBuild) {
    return new Scene(otherBuild, kept);
  }

  RowUpdates<TripBoard> updates() {
    return new RowUpdates<>(projection, trips.types, trips.json, trips.store, GapListener.NONE);
  }

  RebuildNode node(String name) {
    return node(name, rows);
  }

  RebuildNode node(String name, RowVersions versions) {
    RebuildParts seen = new RebuildParts(registry, versions, store, log, NOBODY);
    return new RebuildNode(name, seen, QUICK, known, List.of(updates()));
  }

  /** Stores and numbers a commit. */
  List<EventEnvelope> happen(StreamId stream, DomainEvent... events) {
    List<EventEnvelope> happened = trips.happen(stream, events);
    Commit commit =
        trips
            .store
            .readAll(List.of(Commit.idOf(stream, happened.getFirst().sequence())))
            .getFirst();
    PositionLog.Entry head = log.inner().head();
    log.inner().append(List.of(head.next(commit)));
    return happened;
  }

  /** The same, and the consumer handles it. */
  void happenLive(StreamId stream, DomainEvent... events) {
    happen(stream, events).forEach(live::handle);
  }

  /** Some trips with a ticket each. */
  void someTrips(int count) {
    for (int n = 0; n < count; n++) {
      happenLive(new StreamId("Trip", "t" + n), new TripPlanned("t" + n, "Trip " + n));
      happenLive(new StreamId("Ticket", "k" + n), new TicketSold("k" + n, "t" + n, n));
    }
  }

  ViewState state() {
    return registry.find(VIEW).orElseThrow();
  }

  RebuildJob job() {
    return state().job().orElseThrow();
  }

  Status status() {
    return job().status();
  }

  Rows rows(int version) {
    return rows.rows(version);
  }

  /** What a version has, without counting how often it was written. */
  Set<Row<?>> content(int version) {
    return without(((InMemoryRows) rows(version)).of(projection));
  }

  /** What the whole log makes, folded from nothing. */
  Set<Row<?>> foldOfTheStore() {
    InMemoryRows folded = new InMemoryRows();
    RebuildParts unhooked = new RebuildParts(registry, rows, trips.store, log.inner(), NOBODY);
    FoldedLog.into(folded, unhooked, updates());
    return without(folded.of(projection));
  }

  /** Rows without how often they were written. */
  static Set<Row<?>> without(Collection<Row<?>> rows) {
    return rows.stream()
        .map(row -> new Row<Object>(row.id(), row.value(), row.sources(), 0))
        .collect(Collectors.toSet());
  }
}
