package io.cornershop.bench;

import io.cornershop.eventing.consuming.BulkEventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import java.util.List;
import java.util.Set;

/** A view that tells when its rows include an event, so that whoever asks sees it. */
record WatchedView(BulkEventHandler view, AckTimes times) implements BulkEventHandler {

  @Override
  public String name() {
    return view.name();
  }

  @Override
  public String group() {
    return view.group();
  }

  @Override
  public Set<String> eventTypes() {
    return view.eventTypes();
  }

  @Override
  public String keyOf(EventEnvelope event) {
    return view.keyOf(event);
  }

  @Override
  public void handle(EventEnvelope event) {
    view.handle(event);
    times.end(event.stream().aggregateId());
  }

  @Override
  public void handleAll(List<EventEnvelope> events) {
    view.handleAll(events);
    events.forEach(event -> times.end(event.stream().aggregateId()));
  }
}
