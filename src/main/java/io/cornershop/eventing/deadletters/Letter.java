package io.cornershop.eventing.deadletters;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * One event or record that was not handled by one consumer. Its bytes lie beside it. Immutable.
 *
 * @param id derived from the consumer and from what the letter is about
 * @param position of the event in the store, when that is known
 * @param revision of the payload: 0 as it came, more for each time it was edited
 * @param derived whether a record of it lies on the topic of dead letters
 * @param version grows with each change, from 1
 */
public record Letter(
    String id,
    SequenceId sequence,
    LetterState state,
    LetterSource source,
    OptionalLong position,
    long order,
    LetterFailure failure,
    int revision,
    boolean derived,
    long version) {

  /** A letter that was not kept yet; its order is its position, as far as it has one. */
  public static Letter of(
      String id, SequenceId sequence, LetterSource source, OptionalLong position) {
    return new Letter(
        id,
        sequence,
        LetterState.WAITING,
        source,
        position,
        position.orElse(0),
        LetterFailure.waiting(Instant.EPOCH),
        0,
        false,
        1);
  }

  /** The same with another state and failure. */
  public Letter as(LetterState newState, LetterFailure newFailure) {
    return new Letter(
        id, sequence, newState, source, position, order, newFailure, revision, derived, version);
  }

  Letter in(LetterState newState) {
    return as(newState, failure);
  }

  /** The same behind everything up to {@code newOrder}. */
  Letter ordered(long newOrder) {
    return new Letter(
        id, sequence, state, source, position, newOrder, failure, revision, derived, version);
  }

  Letter edited(int newRevision) {
    return new Letter(
        id, sequence, state, source, position, order, failure, newRevision, derived, version);
  }

  Letter derivedNow() {
    return new Letter(
        id, sequence, state, source, position, order, failure, revision, true, version);
  }

  Letter withVersion(long newVersion) {
    return new Letter(
        id, sequence, state, source, position, order, failure, revision, derived, newVersion);
  }

  Letter next() {
    return withVersion(version + 1);
  }
}
