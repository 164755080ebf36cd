package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLog.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The events in the order of the position log; the places are its numbers.
 *
 * @param eventTypes those that are wanted
 * @param size how many commits a page has at most
 */
record LogPages(EventStore store, PositionLog log, Set<String> eventTypes, int size)
    implements PageSource<Long> {

  /** More are not read at once, but for a single commit. */
  static final int MOST_EVENTS = 5_000;

  @Override
  public Page<Long> behind(Long number) {
    List<Line> all = log.linesAfter(number, size);
    List<Line> lines = bounded(all);
    return new Page<>(
        number + lines.size(), lines.size() == size, lines.size(), events(lines), wanted(lines));
  }

  private static int events(List<Line> lines) {
    return lines.stream().mapToInt(Line::events).sum();
  }

  /** At least one, and no more than fit into memory. */
  private static List<Line> bounded(List<Line> lines) {
    int events = 0;
    int size = 0;
    while (size < lines.size() && (size == 0 || events < MOST_EVENTS)) {
      events += lines.get(size).events();
      size++;
    }
    return lines.subList(0, size);
  }

  private List<EventEnvelope> wanted(List<Line> lines) {
    List<String> ids =
        lines.stream()
            .filter(line -> line.eventTypes().stream().anyMatch(eventTypes::contains))
            .map(Line::commitId)
            .toList();
    Map<String, List<EventEnvelope>> stored = store.readEvents(ids);
    List<EventEnvelope> events = new ArrayList<>();
    for (String id : ids) {
      if (!stored.containsKey(id)) {
        throw new IllegalStateException("The store does not have commit " + id + " of its log");
      }
      stored.get(id).stream()
          .filter(event -> eventTypes.contains(event.type().name()))
          .forEach(events::add);
    }
    return events;
  }
}
