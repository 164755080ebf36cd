package io.cornershop.eventing.consuming.held;

import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.SequenceId;
import java.util.OptionalLong;

/**
 * What a letter is about, as far as a letter of a former build says it, whose id was the same for
 * every record of an event id.
 *
 * @param place of the record on its topic
 * @param position of the event in the store, when that is known
 */
record Subject(SequenceId sequence, String place, OptionalLong position) {

  static Subject of(Letter letter) {
    return new Subject(
        letter.sequence(),
        letter.source().place() + "@" + letter.source().offset(),
        letter.position());
  }

  /** A resend by the relay lies elsewhere, and has the same position. */
  boolean isThatOf(Subject other) {
    boolean samePosition = position.isPresent() && position.equals(other.position);
    return sequence.equals(other.sequence) && (place.equals(other.place) || samePosition);
  }
}
