package io.cornershop.eventing.consuming;

import io.cornershop.eventing.events.EventEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Remembers what it has handled, by key. Thread-safe. */
public final class RecordingHandler implements EventHandler {

  private final String name;
  private final Set<String> eventTypes;
  private final Map<String, List<Long>> handled = new TreeMap<>();
  private volatile Consumer<EventEnvelope> before = event -> {};
  private volatile Function<EventEnvelope, String> key = event -> event.stream().aggregateId();

  public RecordingHandler(String name, String... eventTypes) {
    this.name = name;
    this.eventTypes = Set.of(eventTypes);
  }

  /** What happens before an event counts as handled, such as a delay or a failure. */
  public RecordingHandler doing(Consumer<EventEnvelope> before) {
    this.before = before;
    return this;
  }

  public RecordingHandler keyedBy(Function<EventEnvelope, String> key) {
    this.key = key;
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String group() {
    return Channels.PROJECTIONS;
  }

  @Override
  public Set<String> eventTypes() {
    return eventTypes;
  }

  @Override
  public String keyOf(EventEnvelope event) {
    return key.apply(event);
  }

  @Override
  public void handle(EventEnvelope event) {
    before.accept(event);
    synchronized (handled) {
      handled
          .computeIfAbsent(event.stream().aggregateId(), k -> new ArrayList<>())
          .add(event.sequence());
    }
  }

  /** The sequences that were handled, by aggregate, in the order they were. */
  public Map<String, List<Long>> handled() {
    synchronized (handled) {
      Map<String, List<Long>> copy = new TreeMap<>();
      handled.forEach((id, sequences) -> copy.put(id, List.copyOf(sequences)));
      return copy;
    }
  }

  /** The same without repeats. */
  public Map<String, List<Long>> firstOccurrences() {
    Map<String, List<Long>> first = handled();
    first.replaceAll((id, sequences) -> sequences.stream().distinct().toList());
    return first;
  }

  public int count() {
    return handled().values().stream().mapToInt(List::size).sum();
  }
}
