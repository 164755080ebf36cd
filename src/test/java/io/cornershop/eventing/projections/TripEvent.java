package io.cornershop.eventing.projections;

import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.WireName;

/** What happens to a trip: the first of two aggregates that the views of these tests read. */
sealed interface TripEvent extends DomainEvent {

  String tripId();

  @WireName("TripPlanned")
  record TripPlanned(String tripId, String title) implements TripEvent {}

  @WireName("TripRenamed")
  record TripRenamed(String tripId, String title) implements TripEvent {}

  /** Nobody wants it. */
  @WireName("TripInspected")
  record TripInspected(String tripId) implements TripEvent {}
}
