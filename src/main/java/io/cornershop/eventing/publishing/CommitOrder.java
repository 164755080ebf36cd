package io.cornershop.eventing.publishing;

import io.cornershop.eventing.publishing.RelaySignal.WakeUp;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts commits in the order in which they get numbers: the order of arrival, except that each comes
 * behind its predecessor, which is fetched when it did not arrive. One thread.
 */
final class CommitOrder {

  /**
   * Commits in order, ready to be numbered.
   *
   * @param ready each behind its predecessor, or that one has its number
   * @param settled wake-ups of commits that have their numbers
   */
  record Arranged(List<Commit> ready, Set<String> settled) {}

  private static final Comparator<Commit> BY_TIME =
      Comparator.comparing(commit -> commit.events().getFirst().timestamp());

  private final EventStore store;
  private final NumberedIds numbered;
  private final Predicate<String> publishable;
  private final HeldStreams held = new HeldStreams();

  /**
   * @param publishable says of an aggregate type whether this build can publish it
   */
  CommitOrder(EventStore store, NumberedIds numbered, Predicate<String> publishable) {
    this.store = store;
    this.numbered = numbered;
    this.publishable = publishable;
  }

  Arranged arrange(Collection<WakeUp> wakeUps) {
    Gathering gathering = new Gathering();
    gathering.gather(wakeUps);
    Set<String> settled =
        wakeUps.stream()
            .map(WakeUp::commitId)
            .filter(gathering.settled::contains)
            .collect(Collectors.toSet());
    return new Arranged(gathering.inOrder(), settled);
  }

  /** The commits of one arrangement with all their predecessors that have no number. */
  private final class Gathering {

    private final Map<String, Commit> open = new LinkedHashMap<>();
    private final Set<String> settled = new LinkedHashSet<>();

    void gather(Collection<WakeUp> wakeUps) {
      Map<String, Commit> atHand = new LinkedHashMap<>();
      wakeUps.forEach(w -> w.commit().ifPresent(commit -> atHand.put(w.commitId(), commit)));
      Set<String> frontier =
          wakeUps.stream()
              .map(WakeUp::commitId)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      settled.addAll(numbered.remembered(atHand.keySet()));
      settled.addAll(numbered.among(withPredecessors(frontier, atHand)));
      while (!frontier.isEmpty()) {
        frontier.removeAll(settled);
        List<Commit> found = find(frontier, atHand);
        found.forEach(commit -> open.put(commit.id(), commit));
        frontier = unknownPredecessors(found);
        settled.addAll(numbered.among(frontier));
      }
    }

    /**
     * What to ask for: asking for both at once saves most arrangements a second question. Not for
     * what was appended just now, which has no number; should it have one nevertheless, it is taken
     * in the log, the append is refused, and all begins again.
     */
    private Set<String> withPredecessors(Set<String> ids, Map<String, Commit> atHand) {
      Set<String> all = new LinkedHashSet<>(ids);
      atHand.values().forEach(commit -> all.add(commit.previousCommit()));
      all.removeAll(atHand.keySet());
      all.remove("");
      return all;
    }

    private List<Commit> find(Set<String> ids, Map<String, Commit> atHand) {
      List<String> missing = ids.stream().filter(id -> !atHand.containsKey(id)).toList();
      Stream<Commit> fetched =
          missing.isEmpty() ? Stream.empty() : store.readAll(missing).stream().sorted(BY_TIME);
      return Stream.concat(ids.stream().filter(atHand::containsKey).map(atHand::get), fetched)
          .filter(this::canBePublished)
          .toList();
    }

    private boolean canBePublished(Commit commit) {
      boolean known = publishable.test(commit.stream().aggregateType());
      if (!known) {
        held.hold(commit.stream(), "its aggregate type is not known to this build");
      }
      return known;
    }

    private Set<String> unknownPredecessors(List<Commit> commits) {
      return commits.stream()
          .map(Commit::previousCommit)
          .filter(id -> !id.isEmpty() && !open.containsKey(id) && !settled.contains(id))
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<Commit> inOrder() {
      Map<String, Commit> placed = new LinkedHashMap<>();
      open.values().forEach(commit -> place(commit, placed));
      return List.copyOf(placed.values());
    }

    /** Places a commit behind those of its predecessors that are not placed yet. */
    private void place(Commit commit, Map<String, Commit> placed) {
      Deque<Commit> chain = new ArrayDeque<>();
      Commit at = commit;
      while (at != null && !placed.containsKey(at.id())) {
        chain.push(at);
        String previous = at.previousCommit();
        if (previous.isEmpty() || settled.contains(previous)) {
          break;
        }
        at = open.get(previous);
      }
      if (at == null) {
        held.hold(commit.stream(), chain.peek().previousCommit() + " is missing in the store");
        return;
      }
      chain.forEach(next -> placed.put(next.id(), next));
    }
  }
}
