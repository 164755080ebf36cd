package io.cornershop.eventing.projections;

import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.WireName;

/** What happens to a trip: the first of two aggregates that the views of these tests read. */
public sealed interface TripEvent extends DomainEvent {

  String tripId();

  /** There will be a trip. */
  @WireName("TripPlanned")
  record TripPlanned(String tripId, String title) implements TripEvent {}

  /** It is called something else. */
  @WireName("TripRenamed")
  record TripRenamed(String tripId, String title) implements TripEvent {}

  /** Nobody wants it. */
  @WireName("TripInspected")
  record TripInspected(String tripId) implements TripEvent {}
}
