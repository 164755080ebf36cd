package io.cornershop.eventing.publishing;

import io.cornershop.eventing.store.PositionLog;
import io.cornershop.kernel.Latest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows which commits have numbers; remembers the latest so that it rarely asks. One thread. */
final class NumberedIds {

  private static final int REMEMBERED = 10_000;

  private final PositionLog log;
  private long highest;
  private final Latest<String, Boolean> recent = new Latest<>(REMEMBERED);

  NumberedIds(PositionLog log) {
    this.log = log;
  }

  /** Those of {@code commitIds} of which it knows without asking that they have a number. */
  Set<String> remembered(Collection<String> commitIds) {
    return commitIds.stream().filter(this::isRemembered).collect(Collectors.toSet());
  }

  private boolean isRemembered(String commitId) {
    return recent.find(commitId).isPresent();
  }

  /** Those of {@code commitIds} that have a number. */
  Set<String> among(Collection<String> commitIds) {
    Set<String> found = new HashSet<>();
    List<String> unknown = new ArrayList<>();
    for (String id : commitIds) {
      if (isRemembered(id)) {
        found.add(id);
      } else {
        unknown.add(id);
      }
    }
    if (!unknown.isEmpty()) {
      Map<String, Long> numbers = log.numbersOf(unknown);
      numbers.forEach(this::add);
      found.addAll(numbers.keySet());
    }
    return found;
  }

  void add(String commitId, long number) {
    recent.put(commitId, true);
    highest = Math.max(highest, number);
  }

  /** The highest number that was seen. */
  long highest() {
    return highest;
  }

  void forget() {
    recent.clear();
    highest = 0;
  }
}
