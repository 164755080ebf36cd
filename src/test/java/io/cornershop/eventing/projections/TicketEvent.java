package io.cornershop.eventing.projections;

import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.WireName;

/** What happens to a ticket: the second of two aggregates. A ticket can move to another trip. */
sealed interface TicketEvent extends DomainEvent {

  String tripId();

  @WireName("TicketSold")
  record TicketSold(String ticketId, String tripId, int seats) implements TicketEvent {}

  @WireName("SeatsAdded")
  record SeatsAdded(String ticketId, String tripId, int seats) implements TicketEvent {}
}
