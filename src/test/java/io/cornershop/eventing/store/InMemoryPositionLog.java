package io.cornershop.eventing.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The position log as simple as it can be: the reference for its contract. Thread-safe. */
public final class InMemoryPositionLog implements PositionLog {

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final Map<String, TopicMark> topics = new HashMap<>();
  private long published;

  @Override
  public synchronized Entry head() {
    return entries.isEmpty() ? Entry.NONE : entries.getLast();
  }

  @Override
  public synchronized boolean append(List<Entry> wanted) {
    requireDense(wanted);
    for (Entry entry : wanted) {
      if (entry.number() != entries.size() + 1L || numbers.containsKey(entry.commitId())) {
        return false;
      }
      entries.add(entry);
      numbers.put(entry.commitId(), entry.number());
    }
    return true;
  }

  private static void requireDense(List<Entry> wanted) {
    for (int i = 1; i < wanted.size(); i++) {
      if (wanted.get(i).number() != wanted.getFirst().number() + i) {
        throw new IllegalArgumentException("The numbers have a gap");
      }
    }
  }

  @Override
  public synchronized List<Entry> readAfter(long number, int limit) {
    return entries.stream().skip(number).limit(limit).toList();
  }

  @Override
  public synchronized Map<String, Long> numbersOf(Collection<String> commitIds) {
    Map<String, Long> found = new HashMap<>(numbers);
    found.keySet().retainAll(commitIds);
    return found;
  }

  @Override
  public synchronized long published() {
    return published;
  }

  @Override
  public synchronized void markPublished(long number) {
    published = Math.max(published, number);
  }

  @Override
  public synchronized Optional<TopicMark> topic(String name) {
    return Optional.ofNullable(topics.get(name));
  }

  @Override
  public synchronized boolean markTopic(Optional<TopicMark> seen, TopicMark next) {
    boolean unchanged = topic(next.name()).equals(seen);
    if (unchanged) {
      topics.put(next.name(), next);
    }
    return unchanged;
  }
}
