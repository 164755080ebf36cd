package io.cornershop.eventing.deadletters;

import io.cornershop.eventing.deadletters.DeadLetters.Payload;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Removes bytes without a letter, in small batches: somebody died between writing the bytes and the
 * letter, or the letter came too late and its record was handled. Bytes are removed when two passes
 * in a row find no letter, because they are written before their letter is. Not thread-safe.
 */
final class LostPayloads {

  private static final int MOST_SUSPECTS = 1_000;

  private final DeadLetters letters;
  private Set<Payload> suspected = Set.of();
  private Set<Payload> suspects = new HashSet<>();
  private Optional<Payload> after = Optional.empty();

  LostPayloads(DeadLetters letters) {
    this.letters = letters;
  }

  /**
   * Goes on with a pass.
   *
   * @param batch how many are looked at
   * @return whether the pass has ended
   */
  boolean removeSome(int batch) {
    List<Payload> found = letters.payloads(after, batch);
    found.stream().filter(kept -> letters.letter(kept.letter()).isEmpty()).forEach(this::lost);
    if (found.size() == batch) {
      after = Optional.of(found.getLast());
      return false;
    }
    after = Optional.empty();
    suspected = suspects;
    suspects = new HashSet<>();
    return true;
  }

  private void lost(Payload payload) {
    if (suspected.contains(payload)) {
      letters.dropPayloads(payload.letter(), payload.revision());
    } else if (suspects.size() < MOST_SUSPECTS) {
      suspects.add(payload);
    }
  }
}
