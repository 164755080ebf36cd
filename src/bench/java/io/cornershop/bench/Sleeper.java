package io.cornershop.bench;

import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import java.time.Duration;
import java.util.Set;

/** A handler whose work is to wait for something else. */
record Sleeper(Duration work, Countdown countdown) implements EventHandler {

  @Override
  public String name() {
    return "sleeper";
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
    countdown.came();
    try {
      Thread.sleep(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    countdown.handled(1);
  }
}
