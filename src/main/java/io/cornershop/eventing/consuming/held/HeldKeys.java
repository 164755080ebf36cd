package io.cornershop.eventing.consuming.held;

import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.HeldSequence;
import io.cornershop.eventing.deadletters.SequenceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Which keys of a channel are held, as far as this node knows: what it holds itself at once, what
 * others hold after the next {@link #refreshFor}. A key that is said to be held may not be any
 * more, which its database tells; one that this node holds is never missing. Thread-safe.
 */
public final class HeldKeys {

  private static final int PAGE = 1_000;

  private final String channel;
  private final DeadLetters letters;
  private final Object change = new Object();
  private final Set<Object> loadedFor = ConcurrentHashMap.newKeySet();
  private volatile Set<SequenceId> held = ConcurrentHashMap.newKeySet();
  private Set<SequenceId> openedMeanwhile = new HashSet<>();

  public HeldKeys(String channel, DeadLetters letters) {
    this.channel = channel;
    this.letters = letters;
  }

  /** Whether the key is held. Looks into memory only. */
  public boolean holds(SequenceId id) {
    return held.contains(id);
  }

  /** Whether what is known is not older than the assignment of a partition. */
  public boolean isLoadedFor(Object assignment) {
    return loadedFor.contains(assignment);
  }

  /**
   * Makes sure that what is known is not older than an assignment: an earlier owner may have held
   * keys since the last refresh.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public void loadFor(Object assignment) {
    if (!isLoadedFor(assignment)) {
      loadOnce(assignment);
    }
  }

  /** Of many that ask at once one asks the database. */
  private synchronized void loadOnce(Object assignment) {
    if (!isLoadedFor(assignment)) {
      refreshFor(List.of(assignment));
    }
  }

  /**
   * Learns what is held on all nodes, and that this is not older than these assignments.
   *
   * @return all held sequences of the channel
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public List<HeldSequence> refreshFor(Collection<?> assignments) {
    List<HeldSequence> found = refresh();
    loadedFor.addAll(assignments);
    return found;
  }

  /** Forgets the assignments that are over. */
  public void forget(Predicate<Object> over) {
    loadedFor.removeIf(over);
  }

  /** This node has begun to hold the key. */
  public void opened(SequenceId id) {
    synchronized (change) {
      held.add(id);
      openedMeanwhile.add(id);
    }
  }

  /** The key is not held any more. */
  public void closed(SequenceId id) {
    synchronized (change) {
      held.remove(id);
      openedMeanwhile.remove(id);
    }
  }

  /** What is opened while the database is asked is kept. */
  private synchronized List<HeldSequence> refresh() {
    synchronized (change) {
      openedMeanwhile = new HashSet<>();
    }
    List<HeldSequence> found = all();
    Set<SequenceId> known = ConcurrentHashMap.newKeySet();
    found.forEach(sequence -> known.add(sequence.id()));
    synchronized (change) {
      known.addAll(openedMeanwhile);
      held = known;
    }
    return found;
  }

  private List<HeldSequence> all() {
    List<HeldSequence> all = new ArrayList<>();
    List<HeldSequence> page;
    do {
      Optional<SequenceId> after =
          all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().id());
      page = letters.sequences(channel, after, PAGE);
      all.addAll(page);
    } while (page.size() == PAGE);
    return all;
  }
}
