package io.cornershop.eventing.consuming;

import io.cornershop.eventing.events.EventEnvelope;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it got at once; does each event as another handler does. Thread-safe. */
public final class RecordingBulkHandler implements BulkEventHandler {

  private final RecordingHandler single;
  private final List<List<EventEnvelope>> batches = new CopyOnWriteArrayList<>();
  private volatile boolean failing;

  public RecordingBulkHandler(RecordingHandler single) {
    this.single = single;
  }

  /** Whether it fails before it has done anything of a list. */
  public void failingTogether(boolean now) {
    failing = now;
  }

  @Override
  public String name() {
    return single.name();
  }

  @Override
  public String group() {
    return single.group();
  }

  @Override
  public Set<String> eventTypes() {
    return single.eventTypes();
  }

  @Override
  public String keyOf(EventEnvelope event) {
    return single.keyOf(event);
  }

  @Override
  public void handle(EventEnvelope event) {
    single.handle(event);
  }

  @Override
  public void handleAll(List<EventEnvelope> events) {
    batches.add(events);
    if (failing) {
      throw new IllegalStateException("not together");
    }
    events.forEach(single::handle);
  }

  public List<List<EventEnvelope>> batches() {
    return List.copyOf(batches);
  }
}
