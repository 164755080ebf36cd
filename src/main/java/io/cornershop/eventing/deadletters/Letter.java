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
    return standing(newState, source, newFailure, closing);
  }

  Letter in(LetterState newState) {
    return as(newState, failure);
  }

  /** The same, and there is nothing left to do. */
  Letter closed(LetterState end, Instant at) {
    return standing(end, source, failure, Optional.of(new Closing(at, false)));
  }

  /** The same without what it was made of; only that it was closed is still known. */
  Letter emptied() {
    Closing end = new Closing(closing.orElseThrow().at(), true);
    return standing(state, source.withoutHeaders(), failure, Optional.of(end));
  }

  private Letter standing(
      LetterState newState,
      LetterSource newSource,
      LetterFailure newFailure,
      Optional<Closing> newClosing) {
    return new Letter(
        id,
        sequence,
        newState,
        newSource,
        position,
        storedEvent,
        order,
        newFailure,
        revision,
        derived,
        newClosing,
        version);
  }

  /** The same about an event that the store has, in the same bytes. */
  public Letter storedAs(UUID event) {
    return kept(Optional.of(event), order, revision, derived, version);
  }

  /** The same behind everything up to {@code newOrder}. */
  Letter ordered(long newOrder) {
    return kept(storedEvent, newOrder, revision, derived, version);
  }

  Letter edited(int newRevision) {
    return kept(storedEvent, order, newRevision, derived, version);
  }

  Letter derivedNow() {
    return kept(storedEvent, order, revision, true, version);
  }

  Letter withVersion(long newVersion) {
    return kept(storedEvent, order, revision, derived, newVersion);
  }

  Letter next() {
    return withVersion(version + 1);
  }

  private Letter kept(
      Optional<UUID> newStoredEvent,
      long newOrder,
      int newRevision,
      boolean nowDerived,
      long newVersion) {
    return new Letter(
        id,
        sequence,
        state,
        source,
        position,
        newStoredEvent,
        newOrder,
        failure,
        newRevision,
        nowDerived,
        closing,
        newVersion);
  }
}
