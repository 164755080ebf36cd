package io.cornershop.eventing.deadletters;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How letters come into sequences and leave them, safe against every other node and against the
 * death of this one between any two writes. Thread-safe. The protocol between adding and closing
 * needs no transaction: a sequence is closed at the version at which no open letter was seen, and
 * who adds a letter changes the version after the letter is durable.
 */
public final class LetterBox {

  /** What became of a letter that was put in. */
  public enum Put {
    /** It is held, durably. */
    HELD,
    /** Its sequence is not held any more: handle it. */
    CLOSED,
    /** It was handled or given up before: there is nothing to do. */
    DONE
  }

  private final DeadLetters letters;
  private final Clock clock;

  /**
   * @param clock tells when a letter was closed; orders nothing
   */
  public LetterBox(DeadLetters letters, Clock clock) {
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * Holds a letter that has failed; behind the present head when its sequence is held already.
   *
   * @param nextAttempt when it is tried again by itself
   * @return {@link Put#HELD} or {@link Put#DONE}
   */
  public Put open(Letter failed, Optional<byte[]> payload, Instant nextAttempt) {
    Optional<Letter> closed = letters.letter(failed.id()).filter(l -> !l.state().open());
    if (closed.filter(letter -> letter.state() == LetterState.DISCARDED).isPresent()) {
      return Put.DONE;
    }
    // Beside the bytes of the closed one, which may be removed at this moment.
    Letter letter = closed.map(known -> failed.edited(known.revision() + 1)).orElse(failed);
    payload.ifPresent(bytes -> letters.keepPayload(letter.id(), letter.revision(), bytes));
    while (true) {
      if (letters.insert(HeldSequence.openedBy(letter, nextAttempt)) || isHead(letter)) {
        reopen(letter);
        return Put.HELD;
      }
      Put put = enqueue(letter.in(LetterState.WAITING), payload);
      if (put != Put.CLOSED) {
        return put;
      }
    }
  }

  /** A head without its letter: this node or another died between the two writes. */
  private boolean isHead(Letter letter) {
    return letters
        .sequence(letter.sequence())
        .filter(held -> held.head().equals(letter.id()))
        .isPresent();
  }

  private void reopen(Letter failed) {
    while (!letters.insert(failed)) {
      Optional<Letter> known = letters.letter(failed.id());
      if (known.filter(letter -> letter.state().heads()).isPresent()
          || known.filter(l -> letters.replace(failed.withVersion(l.version() + 1))).isPresent()) {
        return;
      }
    }
  }

  /** Puts a letter behind the others, if its sequence is held. */
  public Put enqueue(Letter letter, Optional<byte[]> payload) {
    Optional<HeldSequence> held = letters.sequence(letter.sequence());
    if (held.isEmpty()) {
      return Put.CLOSED;
    }
    if (stateOf(letter.id()).filter(state -> !state.open()).isPresent()) {
      return Put.DONE;
    }
    payload.ifPresent(bytes -> letters.keepPayload(letter.id(), letter.revision(), bytes));
    letters.insert(ordered(asFoundIn(held.get(), letter)));
    return letters.touch(letter.sequence()) ? Put.HELD : takenBack(letter);
  }

  /** A head whose letter is missing comes again: somebody died between the two writes. */
  private static Letter asFoundIn(HeldSequence held, Letter letter) {
    return held.head().equals(letter.id()) ? letter.in(held.state()) : letter;
  }

  /** What has no position goes behind all that is there. */
  private Letter ordered(Letter letter) {
    return letter.position().isPresent()
        ? letter
        : letter.ordered(letters.lastOrder(letter.sequence()).orElse(0));
  }

  private Put takenBack(Letter letter) {
    while (true) {
      Optional<Letter> known = letters.letter(letter.id());
      if (known.filter(l -> !l.state().open()).isPresent()) {
        return Put.DONE;
      }
      if (known.isEmpty() || letters.remove(known.get())) {
        return Put.CLOSED;
      }
    }
  }

  private Optional<LetterState> stateOf(String letter) {
    return letters.letter(letter).map(Letter::state);
  }

  /** The letter to go on with: the head as long as it is open, then in order. */
  public Optional<Letter> next(HeldSequence sequence) {
    return letters
        .letter(sequence.head())
        .filter(letter -> letter.state().open())
        .or(() -> letters.queue(sequence.id(), 1).stream().findFirst());
  }

  /** Carries out the wish to give up {@code head}; false when there is no such wish. */
  public boolean discarded(HeldSequence sequence, Letter head) {
    return sequence.discards(head)
        && changed(head, l -> l.closed(LetterState.DISCARDED, clock.instant()));
  }

  /** The letter's effect is durable. */
  public void handled(Letter letter) {
    changed(letter, l -> l.closed(LetterState.RETRIED, clock.instant()));
  }

  /**
   * Changes a letter whatever else was noted in it since it was seen; false when it was closed, or
   * has another payload now, which is still to be tried.
   */
  private boolean changed(Letter seen, UnaryOperator<Letter> change) {
    Optional<Letter> present = Optional.of(seen);
    while (present.isPresent()) {
      if (letters.replace(change.apply(present.get()).next())) {
        return true;
      }
      present =
          letters
              .letter(seen.id())
              .filter(l -> l.state().open() && l.revision() == seen.revision());
    }
    return false;
  }

  /**
   * One more try of the letter has failed; from now on it is what the others wait for. Nothing is
   * changed when the letter was closed meanwhile, by a former owner of the sequence or the next
   * one, or has another payload now.
   *
   * @param seen the sequence as it was when the letter was tried: what was wished since then is
   *     still to be done
   */
  public void failed(
      HeldSequence seen, Letter letter, LetterState state, LetterFailure failure, Instant next) {
    if (!changed(letter, l -> l.as(state, failure))) {
      return;
    }
    while (true) {
      Optional<HeldSequence> held = letters.sequence(letter.sequence());
      if (held.isEmpty()
          || letters.replace(held.get().failedAt(letter.in(state), next, seen.wish()))) {
        return;
      }
    }
  }

  /** A record of the letter lies on the topic of dead letters. */
  public void derived(Letter letter) {
    changed(letter, Letter::derivedNow);
  }

  /** Ends to hold, if nothing was added since the sequence was read. */
  public boolean close(HeldSequence sequence) {
    return letters.remove(sequence);
  }
}
