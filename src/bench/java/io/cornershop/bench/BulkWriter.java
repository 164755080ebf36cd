package io.cornershop.bench;

import io.cornershop.eventing.consuming.BulkEventHandler;
import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.events.EventEnvelope;
import java.util.List;
import java.util.Set;

/** A handler whose work is one bulk write. */
record BulkWriter(Upserts rows, Countdown countdown) implements BulkEventHandler {

  @Override
  public String name() {
    return "bulk-writer";
  }

  @Override
  public String group() {
    return Channels.PROJECTIONS;
  }

  @Override
  public Set<String> eventTypes() {
    return Set.of("StockUpdated");
  }

  @Override
  public void handle(EventEnvelope event) {
    handleAll(List.of(event));
  }

  @Override
  public void handleAll(List<EventEnvelope> events) {
    countdown.came();
    rows.write(events);
    countdown.handled(events.size());
  }
}
