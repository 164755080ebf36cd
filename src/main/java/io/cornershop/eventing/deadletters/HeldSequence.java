package io.cornershop.eventing.deadletters;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A key of a consumer that is held. Its owner is the node that has the partition where its first
 * letter came from. Immutable; each change is a next version.
 *
 * @param state that of its head
 * @param head the id of the letter that the others wait for
 * @param nextAttempt when it is tried again by itself; not for {@link LetterState#PARKED}
 * @param version from 1
 */
public record HeldSequence(
    SequenceId id,
    LetterState state,
    Home home,
    String head,
    Instant nextAttempt,
    Optional<Wish> wish,
    long version) {

  /** The partition whose owner works on a sequence. */
  public record Home(String topic, int partition) {}

  /** Cuts the time to milliseconds. */
  public HeldSequence {
    nextAttempt = nextAttempt.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A sequence with its first letter. */
  static HeldSequence openedBy(Letter head, Instant nextAttempt) {
    return new HeldSequence(
        head.sequence(),
        head.state(),
        head.source().home(),
        head.id(),
        nextAttempt,
        Optional.empty(),
        1);
  }

  /**
   * This letter has failed, and is what the others wait for now.
   *
   * @param carriedOut the wish that there was when it was tried; a later one still counts
   */
  HeldSequence failedAt(Letter letter, Instant newAttempt, Optional<Wish> carriedOut) {
    Optional<Wish> later = wish.filter(w -> !carriedOut.equals(Optional.of(w)));
    return new HeldSequence(id, letter.state(), home, letter.id(), newAttempt, later, version + 1);
  }

  /** The operator's last wish counts. */
  HeldSequence wishing(Wish newWish) {
    Optional<Wish> noted = Optional.of(newWish.notedAt(version + 1));
    return new HeldSequence(id, state, home, head, nextAttempt, noted, version + 1);
  }

  HeldSequence wishingRetry() {
    return wishing(new Wish(Wish.Kind.RETRY, head));
  }

  boolean isToBeRetried() {
    return wish.filter(w -> w.kind() == Wish.Kind.RETRY && w.letter().equals(head)).isPresent();
  }

  /** Whether the owner has something to do. */
  public boolean isDue(Instant now) {
    return wish.isPresent() || state != LetterState.PARKED && !nextAttempt.isAfter(now);
  }

  /** Whether an operator wants the head to be given up. */
  boolean discards(Letter letter) {
    return wish.filter(w -> w.kind() == Wish.Kind.DISCARD && w.letter().equals(letter.id()))
        .isPresent();
  }
}
