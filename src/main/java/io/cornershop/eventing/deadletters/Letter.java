package io.cornershop.eventing.deadletters;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One event or record that was not handled by one consumer. Its bytes lie beside it, or in the
 * event store. Immutable.
 *
 * @param id derived from the consumer and from what the letter is about
 * @param position of the event in the store, when that is known
 * @param storedEvent the event at that position, when the store has the same bytes, so that none
 *     were kept
 * @param revision of the payload: 0 as it came, more for each time it was edited
 * @param derived whether a record of it lies on the topic of dead letters
 * @param closing how it ended; empty while it is open
 * @param version grows with each change, from 1
 */
public record Letter(
    String id,
    SequenceId sequence,
    LetterState state,
    LetterSource source,
    OptionalLong position,
    Optional<UUID> storedEvent,
    long order,
    LetterFailure failure,
    int revision,
    boolean derived,
    Optional<Closing> closing,
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
        Optional.empty(),
        position.orElse(0),
        LetterFailure.waiting(Instant.EPOCH),
        0,
        false,
        Optional.empty(),
        1);
  }

  boolean isOpenIn(SequenceId held) {
    return state.open() && sequence.equals(held);
  }

  /** The same with another state and failure. */
  public Letter as(LetterState newState, LetterFailure newFailure) {
    return new Letter(
        id,
        sequence,
        newState,
        source,
        position,
        storedEvent,
        order,
        newFailure,
        revision,
        derived,
        closing,
        version);
  }

  Letter in(LetterState newState) {
    return as(newState, failure);
  }

  /** The same, and there is nothing left to do. */
  Letter closed(LetterState end, Instant at) {
    return ending(end, source, new Closing(at, false));
  }

  /** The same without what it was made of; only that it was closed is still known. */
  Letter emptied() {
    LetterSource place = source.withoutHeaders();
    return ending(state, place, new Closing(closing.orElseThrow().at(), true));
  }

  private Letter ending(LetterState end, LetterSource newSource, Closing newClosing) {
    return new Letter(
        id,
        sequence,
        end,
        newSource,
        position,
        storedEvent,
        order,
        failure,
        revision,
        derived,
        Optional.of(newClosing),
        version);
  }

  /** The same about an event that the store has, in the same bytes. */
  public Letter storedAs(UUID event) {
    return new Letter(
        id,
        sequence,
        state,
        source,
        position,
        Optional.of(event),
        order,
        failure,
        revision,
        derived,
        closing,
        version);
  }

  /** The same behind everything up to {@code newOrder}. */
  Letter ordered(long newOrder) {
    return new Letter(
        id,
        sequence,
        state,
        source,
        position,
        storedEvent,
        newOrder,
        failure,
        revision,
        derived,
        closing,
        version);
  }

  Letter edited(int newRevision) {
    return new Letter(
        id,
        sequence,
        state,
        source,
        position,
        storedEvent,
        order,
        failure,
        newRevision,
        derived,
        closing,
        version);
  }

  Letter derivedNow() {
    return new Letter(
        id,
        sequence,
        state,
        source,
        position,
        storedEvent,
        order,
        failure,
        revision,
        true,
        closing,
        version);
  }

  Letter withVersion(long newVersion) {
    return new Letter(
        id,
        sequence,
        state,
        source,
        position,
        storedEvent,
        order,
        failure,
        revision,
        derived,
        closing,
        newVersion);
  }

  Letter next() {
    return withVersion(version + 1);
  }
}
