package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.TicketEvent.SeatsAdded;
import io.cornershop.eventing.projections.TicketEvent.TicketSold;
import io.cornershop.eventing.projections.TripEvent.TripPlanned;
import io.cornershop.eventing.projections.TripEvent.TripRenamed;
import io.cornershop.kernel.DomainEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds seats up, so that an event applied twice or not at all shows. */
public final class TripBoardProjection implements Projection<TripBoard> {

  @Override
  public String name() {
    return "trip_board";
  }

  @Override
  public Class<TripBoard> rowType() {
    return TripBoard.class;
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(TripPlanned.class, TripRenamed.class, TicketSold.class, SeatsAdded.class);
  }

  @Override
  public String rowOf(DomainEvent event) {
    return switch (event) {
      case TripEvent trip -> trip.tripId();
      case TicketEvent ticket -> ticket.tripId();
      default -> throw new IllegalArgumentException("Not wanted: " + event);
    };
  }

  @Override
  public TripBoard apply(Optional<TripBoard> row, DomainEvent event, EventEnvelope envelope) {
    TripBoard board = row.orElseGet(() -> TripBoard.empty(rowOf(event)));
    return switch (event) {
      case TripPlanned e -> board.titled(e.title());
      case TripRenamed e -> board.titled(e.title());
      case TicketSold e -> board.plus(e.seats());
      case SeatsAdded e -> board.plus(e.seats());
      default -> throw new IllegalArgumentException("Not wanted: " + event);
    };
  }

  @Override
  public List<RowIndex> indexes() {
    return List.of(RowIndex.on("title", "seats"));
  }
}
