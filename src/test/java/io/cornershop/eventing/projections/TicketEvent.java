package io.cornershop.eventing.projections;

import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.WireName;

/** What happens to a ticket: the second of two aggregates. A ticket can move to another trip. */
public sealed interface TicketEvent extends DomainEvent {

  String tripId();

  /** Somebody comes along. */
  @WireName("TicketSold")
  record TicketSold(String ticketId, String tripId, int seats) implements TicketEvent {}

  /** And brings others. */
  @WireName("SeatsAdded")
  record SeatsAdded(String ticketId, String tripId, int seats) implements TicketEvent {}
}
