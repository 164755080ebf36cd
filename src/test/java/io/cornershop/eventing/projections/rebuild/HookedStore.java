package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.ForwardingStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** A store at whose scanning something happens. */
final class HookedStore extends ForwardingStore {

  private final Deque<Runnable> beforeScans = new ArrayDeque<>();
  private final Set<String> lost = new HashSet<>();
  private final List<String> scannedFrom = new ArrayList<>();

  HookedStore(EventStore store) {
    super(store);
  }

  /** What happens before the next scans, one each. */
  void beforeScans(Runnable... hooks) {
    beforeScans.addAll(List.of(hooks));
  }

  /** It has lost a commit. */
  void lose(String commitId) {
    lost.add(commitId);
  }

  /** It has all of them again. */
  void loseNothing() {
    lost.clear();
  }

  /** Behind which commits it was scanned. */
  List<String> scannedFrom() {
    return scannedFrom;
  }

  @Override
  public SequencedMap<String, List<EventEnvelope>> scan(
      String aggregateType, String afterCommit, int maxCommits) {
    scannedFrom.add(afterCommit);
    if (!beforeScans.isEmpty()) {
      beforeScans.poll().run();
    }
    var found = super.scan(aggregateType, afterCommit, maxCommits + lost.size());
    found.keySet().removeAll(lost);
    while (found.size() > maxCommits) {
      found.pollLastEntry();
    }
    return found;
  }
}
