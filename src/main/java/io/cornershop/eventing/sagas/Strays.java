package io.cornershop.eventing.sagas;

import java.util.List;
import java.util.Optional;

/** Who knows where strays may be. Thread-safe. */
@FunctionalInterface
public interface Strays {

  /**
   * Up to {@code max} that look like strays, the oldest first; also such as have a saga.
   *
   * @param behind the place of the last one that was seen
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  List<Stray> find(Optional<String> behind, int max);
}
