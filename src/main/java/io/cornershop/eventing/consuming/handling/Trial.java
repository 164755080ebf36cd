package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.deadletters.Letter;
import java.time.Duration;
import java.util.Optional;

/** How the letters of one sequence are tried. Its sequence's lane uses it alone. */
interface Trial {

  /**
   * Tries a letter, or goes on with it.
   *
   * @param payload its bytes; empty for a record without a value
   * @return false while it is not finished: ask again after a {@link #pause}
   * @throws RuntimeException or an error, when it has failed
   */
  boolean handled(Letter letter, Optional<byte[]> payload);

  /** Waits until the letter is finished, at most so long. */
  void pause(Duration wait) throws InterruptedException;
}
