package io.cornershop.eventing.deadletters;

import io.cornershop.kernel.Rejected;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What operators do with letters. The handling itself is left to the node that owns the sequence:
 * what is asked for is noted there, durably, and carried out within about a second. Thread-safe.
 * Every method throws {@link io.cornershop.kernel.Unavailable} when the database does not answer; a
 * repeat is harmless.
 */
public final class LetterDesk {

  private static final int PAGE = 500;

  private final DeadLetters letters;
  private final Clock clock;

  /**
   * @param clock tells when a letter was closed; orders nothing
   */
  public LetterDesk(DeadLetters letters, Clock clock) {
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * Wants the head of a sequence tried again, and then what waits behind it.
   *
   * @throws Rejected when the letter waits behind another, or is closed
   */
  public void retry(Letter letter) {
    requireOpen(letter);
    while (true) {
      HeldSequence sequence = sequenceOf(letter);
      requireHead(sequence, letter);
      if (letters.replace(sequence.wishing(new Wish(Wish.Kind.RETRY, letter.id())))) {
        return;
      }
    }
  }

  /** A letter whose sequence is gone was left behind by a crash: it is a sequence of its own. */
  private HeldSequence sequenceOf(Letter letter) {
    Optional<HeldSequence> held = letters.sequence(letter.sequence());
    while (held.isEmpty()) {
      letters.insert(HeldSequence.openedBy(letter.in(LetterState.PARKED), letter.failure().last()));
      held = letters.sequence(letter.sequence());
    }
    return held.get();
  }

  /**
   * Wants sequences of a consumer tried again.
   *
   * @param key only of this key
   * @param limit of at most so many sequences
   * @return how many were held when they were looked for
   */
  public int retryAll(String consumer, Optional<String> key, int limit) {
    return key.map(
            k -> wished(letters.sequences(Set.of(new SequenceId(consumer, k))), consumer, limit))
        .orElseGet(() -> retryAll(consumer, limit));
  }

  private int retryAll(String consumer, int limit) {
    int wished = 0;
    Optional<SequenceId> after = Optional.empty();
    List<HeldSequence> page;
    do {
      page = letters.sequences(new SequenceId(consumer, "").channel(), after, PAGE);
      wished += wished(page, consumer, limit - wished);
      after = page.isEmpty() ? after : Optional.of(page.getLast().id());
    } while (page.size() == PAGE && wished < limit);
    return wished;
  }

  private int wished(List<HeldSequence> page, String consumer, int limit) {
    List<HeldSequence> wanted =
        page.stream()
            .filter(sequence -> sequence.id().consumer().equals(consumer))
            .limit(limit)
            .toList();
    List<HeldSequence> left = wanted;
    while (!left.isEmpty()
        && !letters.replaceAll(left.stream().map(HeldSequence::wishingRetry).toList())) {
      left = unwished(left);
    }
    return wanted.size();
  }

  /** Those that another was faster with, unless it has wished the same. */
  private List<HeldSequence> unwished(List<HeldSequence> tried) {
    return letters
        .sequences(tried.stream().map(HeldSequence::id).collect(Collectors.toSet()))
        .stream()
        .filter(sequence -> !sequence.isToBeRetried())
        .toList();
  }

  /**
   * Gives a letter up. What waits behind it goes on.
   *
   * @throws Rejected when the letter is closed
   */
  public void discard(Letter letter) {
    requireOpen(letter);
    while (true) {
      HeldSequence sequence = sequenceOf(letter);
      boolean done =
          sequence.head().equals(letter.id())
              ? letters.replace(sequence.wishing(new Wish(Wish.Kind.DISCARD, letter.id())))
              : letters.replace(letter.closed(LetterState.DISCARDED, clock.instant()).next());
      if (done) {
        return;
      }
      requireOpen(letters.letter(letter.id()).orElse(letter));
      if (!letters.letter(letter.id()).equals(Optional.of(letter))) {
        throw changed();
      }
    }
  }

  /**
   * Gives a letter another payload, beside the one that came, and wants it tried again. One that
   * waits is tried when it is its turn.
   *
   * @return the letter as it is now
   * @throws Rejected when the letter is closed, or was changed meanwhile
   */
  public Letter edit(Letter letter, byte[] payload) {
    requireOpen(letter);
    Letter edited = letter.edited(kept(letter, payload)).next();
    if (!letters.replace(edited)) {
      throw changed();
    }
    HeldSequence sequence = sequenceOf(edited);
    if (sequence.head().equals(letter.id())) {
      retry(edited);
    }
    return edited;
  }

  /** The first free revision: another operator may edit the same letter at this moment. */
  private int kept(Letter letter, byte[] payload) {
    int revision = letter.revision();
    do {
      revision++;
      letters.keepPayload(letter.id(), revision, payload);
    } while (!Arrays.equals(letters.payload(letter.id(), revision).orElse(payload), payload));
    return revision;
  }

  private static void requireOpen(Letter letter) {
    if (!letter.state().open()) {
      throw Rejected.conflict(
          "dead-letter-closed", "The letter is " + letter.state() + "; nothing is left to do");
    }
  }

  private void requireHead(HeldSequence sequence, Letter letter) {
    boolean waits =
        !sequence.head().equals(letter.id())
            && letters
                .letter(sequence.head())
                .filter(head -> head.isOpenIn(sequence.id()))
                .isPresent();
    if (waits) {
      throw Rejected.conflict(
          "dead-letter-waits", "The letter waits behind " + sequence.head() + "; retry that one");
    }
  }

  private static Rejected changed() {
    return Rejected.conflict("dead-letter-changed", "The letter was changed meanwhile; look again");
  }
}
