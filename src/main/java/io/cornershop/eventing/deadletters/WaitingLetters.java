package io.cornershop.eventing.deadletters;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How many letters wait for others, asked for a page of letters at once: two commands to the
 * database, however many letters there are. Thread-safe.
 */
public final class WaitingLetters {

  private final DeadLetters letters;

  public WaitingLetters(DeadLetters letters) {
    this.letters = letters;
  }

  /**
   * How many wait for each of these letters, by id: for the head of a sequence all other open ones.
   * A letter that none waits for may be absent.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public Map<String, Long> behind(List<Letter> page) {
    Set<SequenceId> candidates =
        page.stream()
            .filter(letter -> letter.state().heads())
            .map(Letter::sequence)
            .collect(Collectors.toSet());
    Set<String> shown = page.stream().map(Letter::id).collect(Collectors.toSet());
    Map<SequenceId, String> heads = heads(candidates, shown::contains);
    return letters.openLetters(heads.keySet()).entrySet().stream()
        .collect(
            Collectors.toMap(
                open -> heads.get(open.getKey()), open -> Math.max(0, open.getValue() - 1)));
  }

  private Map<SequenceId, String> heads(Set<SequenceId> ids, Predicate<String> shown) {
    return letters.sequences(ids).stream()
        .filter(held -> shown.test(held.head()))
        .collect(Collectors.toMap(HeldSequence::id, HeldSequence::head));
  }
}
