package io.cornershop.eventing.deadletters;

import java.util.Optional;

/**
 * The bytes of letters, wherever they lie: beside the letter, or in the event store. Thread-safe;
 * its methods throw {@link io.cornershop.kernel.Unavailable} when the database does not answer.
 */
public final class LetterPayloads {

  private final DeadLetters letters;
  private final StoredEvents stored;

  public LetterPayloads(DeadLetters letters, StoredEvents stored) {
    this.letters = letters;
    this.stored = stored;
  }

  /** The bytes that are tried; empty when the record had none, or they were removed. */
  public Optional<byte[]> present(Letter letter) {
    return letter.revision() == 0
        ? original(letter)
        : letters.payload(letter.id(), letter.revision());
  }

  /** The bytes as they came; empty when the record had none, or they were removed. */
  public Optional<byte[]> original(Letter letter) {
    return letter
        .storedEvent()
        .flatMap(event -> stored.bytes(letter.position().orElse(0), event))
        .or(() -> letters.payload(letter.id(), 0));
  }
}
