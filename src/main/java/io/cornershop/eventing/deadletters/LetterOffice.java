package io.cornershop.eventing.deadletters;

import java.time.Clock;
import java.time.Duration;

/**
 * What working on letters needs. Thread-safe.
 *
 * @param letters where they are kept
 * @param stored where the bytes of events lie anyway
 * @param kept how long a letter stays after it was closed
 */
public record LetterOffice(DeadLetters letters, StoredEvents stored, Duration kept) {

  /** The bytes of the letters. */
  public LetterPayloads payloads() {
    return new LetterPayloads(letters, stored);
  }

  /** Removes closed letters, for one thread. */
  public ClosedLetters closed(Clock clock) {
    return new ClosedLetters(letters, kept, clock);
  }
}
