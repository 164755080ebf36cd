package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.store.InMemoryPositionLog;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.TopicMark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log at whose reading something happens. */
final class HookedLog implements PositionLog {

  private final InMemoryPositionLog log = new InMemoryPositionLog();
  private final Deque<Runnable> beforeReads = new ArrayDeque<>();
  private final Deque<Runnable> beforeHeads = new ArrayDeque<>();
  private final List<Long> readFrom = new ArrayList<>();

  PositionLog inner() {
    return log;
  }

  /** What happens before the next readings, one each. */
  void beforeReads(Runnable... hooks) {
    beforeReads.addAll(List.of(hooks));
  }

  /** What happens before the next questions for the head, one each. */
  void beforeHeads(Runnable... hooks) {
    beforeHeads.addAll(List.of(hooks));
  }

  /** Behind which numbers it was read. */
  List<Long> readFrom() {
    return readFrom;
  }

  @Override
  public Entry head() {
    if (!beforeHeads.isEmpty()) {
      beforeHeads.poll().run();
    }
    return log.head();
  }

  @Override
  public List<Entry> readAfter(long number, int limit) {
    readFrom.add(number);
    if (!beforeReads.isEmpty()) {
      beforeReads.poll().run();
    }
    return log.readAfter(number, limit);
  }

  @Override
  public boolean append(List<Entry> entries) {
    return log.append(entries);
  }

  @Override
  public Map<String, Long> numbersOf(Collection<String> commitIds) {
    return log.numbersOf(commitIds);
  }

  @Override
  public long published() {
    return log.published();
  }

  @Override
  public void markPublished(long number) {
    log.markPublished(number);
  }

  @Override
  public Optional<TopicMark> topic(String name) {
    return log.topic(name);
  }

  @Override
  public boolean markTopic(Optional<TopicMark> seen, TopicMark next) {
    return log.markTopic(seen, next);
  }
}
