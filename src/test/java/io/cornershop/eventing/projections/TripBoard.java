package io.cornershop.eventing.projections;

import jakarta.nosql.Column;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.util.Optional;

/** A row made of a trip and its tickets. */
@Entity("trip_board")
public record TripBoard(@Id String tripId, @Column Optional<String> title, @Column int seats) {

  static TripBoard empty(String tripId) {
    return new TripBoard(tripId, Optional.empty(), 0);
  }

  TripBoard titled(String newTitle) {
    return new TripBoard(tripId, Optional.of(newTitle), seats);
  }

  TripBoard plus(int more) {
    return new TripBoard(tripId, title, seats + more);
  }
}
