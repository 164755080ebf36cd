package io.cornershop.eventing.deadletters;

import java.time.Instant;
import java.util.Optional;

/** Which letters are looked for; what is empty lets every letter pass. */
public record LetterFilter(
    Optional<String> consumer,
    Optional<LetterState> state,
    Optional<String> topic,
    Optional<String> key) {

  /** Every letter. */
  public static final LetterFilter ALL =
      new LetterFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The place of a letter in a list, which goes from the latest first failure back. */
  public record Place(Instant first, String id) {

    /** The place of this letter. */
    public static Place of(Letter letter) {
      return new Place(letter.failure().first(), letter.id());
    }
  }

  /** Whether the letter passes. */
  public boolean matches(Letter letter) {
    return consumer.map(letter.sequence().consumer()::equals).orElse(true)
        && state.map(letter.state()::equals).orElse(true)
        && topic.map(letter.source().topic()::equals).orElse(true)
        && key.map(letter.sequence().key()::equals).orElse(true);
  }
}
