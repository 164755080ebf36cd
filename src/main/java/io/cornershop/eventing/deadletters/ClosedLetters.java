package io.cornershop.eventing.deadletters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Removes letters that were closed long ago, in small batches. Of one that was retried nothing
 * stays; of one that was discarded stays what tells that it was, without bytes and headers: should
 * its event come again, after a seek perhaps, it is still given up. Then come bytes that no letter
 * has. Not thread-safe: for one thread of the node that owns the letters.
 */
public final class ClosedLetters {

  /** How long after a pass through all of them the next one begins. */
  private static final Duration BETWEEN_PASSES = Duration.ofHours(1);

  private static final int BATCH = 100;

  private final DeadLetters letters;
  private final Duration kept;
  private final Clock clock;
  private final LostPayloads lost;
  private boolean lettersDone;
  private Instant nextPass = Instant.MIN;
  private Optional<String> after = Optional.empty();

  /**
   * @param kept how long after its end a letter stays
   */
  public ClosedLetters(DeadLetters letters, Duration kept, Clock clock) {
    this.letters = letters;
    this.lost = new LostPayloads(letters);
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * Goes on with a pass, or begins one if it is time.
   *
   * @param ours whether this node owns a letter
   * @throws io.cornershop.kernel.Unavailable when the database does not answer; the next call goes
   *     on then
   */
  public void removeSome(Predicate<Letter> ours) {
    Instant now = clock.instant();
    if (now.isBefore(nextPass)) {
      return;
    }
    if (!lettersDone) {
      removeLetters(now, ours);
    } else if (lost.removeSome(BATCH)) {
      lettersDone = false;
      nextPass = now.plus(BETWEEN_PASSES);
    }
  }

  private void removeLetters(Instant now, Predicate<Letter> ours) {
    List<Letter> batch = letters.closedBefore(now.minus(kept), after, BATCH);
    batch.stream().filter(ours).forEach(this::remove);
    if (batch.size() == BATCH) {
      after = Optional.of(batch.getLast().id());
    } else {
      after = Optional.empty();
      lettersDone = true;
    }
  }

  /** The bytes first: a death in between leaves a letter, which the next pass finds. */
  private void remove(Letter letter) {
    letters.dropPayloads(letter.id(), letter.revision());
    if (letter.state() == LetterState.DISCARDED) {
      letters.replace(letter.emptied().next());
    } else {
      letters.remove(letter);
    }
  }
}
