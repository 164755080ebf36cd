package io.cornershop.eventing.consuming.health;

import io.cornershop.eventing.consuming.BulkEventHandler;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import java.util.List;
import java.util.Set;

/** A handler whose calls are watched while they run. */
public sealed class WatchedHandler implements EventHandler {

  private final EventHandler handler;
  final RunningCalls calls;

  private WatchedHandler(EventHandler handler, RunningCalls calls) {
    this.handler = handler;
    this.calls = calls;
  }

  public static EventHandler of(EventHandler handler, RunningCalls calls) {
    return handler instanceof BulkEventHandler bulk
        ? new InBulk(bulk, calls)
        : new WatchedHandler(handler, calls);
  }

  @Override
  public String name() {
    return handler.name();
  }

  @Override
  public String group() {
    return handler.group();
  }

  @Override
  public Set<String> eventTypes() {
    return handler.eventTypes();
  }

  @Override
  public String keyOf(EventEnvelope event) {
    return handler.keyOf(event);
  }

  @Override
  public void handle(EventEnvelope event) {
    RunningCalls.Call call = calls.begin(name(), event);
    try {
      handler.handle(event);
    } finally {
      call.end();
    }
  }

  private static final class InBulk extends WatchedHandler implements BulkEventHandler {

    private final BulkEventHandler handler;

    private InBulk(BulkEventHandler handler, RunningCalls calls) {
      super(handler, calls);
      this.handler = handler;
    }

    @Override
    public void handleAll(List<EventEnvelope> events) {
      RunningCalls.Call call = calls.begin(name(), events.getFirst());
      try {
        handler.handleAll(events);
      } finally {
        call.end();
      }
    }
  }
}
