package io.cornershop.eventing.consuming.held;

import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterFilter;
import io.cornershop.eventing.deadletters.LetterState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/**
 * The letters of a channel that operators have discarded, so that an event does not come back to a
 * consumer that was to go on without it. Learned anew for each assignment of a partition, because a
 * record comes again by an assignment only. Holds an id for each. Thread-safe.
 */
public final class GivenUp {

  private static final Logger LOG = System.getLogger(GivenUp.class.getName());
  private static final int PAGE = 500;

  private final String channel;
  private final DeadLetters letters;
  private final Set<Object> loadedFor = ConcurrentHashMap.newKeySet();
  private final LongAdder passedOver = new LongAdder();
  private final Set<String> ids = ConcurrentHashMap.newKeySet();

  GivenUp(String channel, DeadLetters letters) {
    this.channel = channel;
    this.letters = letters;
  }

  /** Whether an operator has discarded the record for its consumer. Looks into memory only. */
  public boolean contains(FailedRecord record) {
    return !ids.isEmpty() && ids.contains(record.id());
  }

  /** The same; if so the record is counted as passed over. */
  public boolean passOver(FailedRecord record) {
    boolean discarded = contains(record);
    if (discarded) {
      passedOver.increment();
      LOG.log(
          Level.INFO,
          "{0} came again for {1} and is passed over: its letter {2} was discarded",
          record.place(),
          record.sequence().consumer(),
          record.id());
    }
    return discarded;
  }

  /** How many records were passed over since this node started. */
  public long passedOver() {
    return passedOver.sum();
  }

  void add(String letter) {
    ids.add(letter);
  }

  boolean isLoadedFor(Object assignment) {
    return loadedFor.contains(assignment);
  }

  /**
   * Makes sure that what is known is not older than an assignment.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  synchronized void loadFor(Object assignment) {
    if (!isLoadedFor(assignment)) {
      ids.addAll(all());
      loadedFor.add(assignment);
    }
  }

  /** Forgets the assignments that are over. */
  void forget(Predicate<Object> over) {
    loadedFor.removeIf(over);
  }

  private Set<String> all() {
    LetterFilter discarded =
        new LetterFilter(
            Optional.empty(),
            Optional.of(LetterState.DISCARDED),
            Optional.empty(),
            Optional.empty());
    Set<String> found = new HashSet<>();
    Optional<LetterFilter.Place> after = Optional.empty();
    List<Letter> page;
    do {
      page = letters.list(discarded, after, PAGE);
      page.stream()
          .filter(letter -> letter.sequence().channel().equals(channel))
          .forEach(letter -> found.add(letter.id()));
      after = page.isEmpty() ? after : Optional.of(LetterFilter.Place.of(page.getLast()));
    } while (page.size() == PAGE);
    return found;
  }
}
