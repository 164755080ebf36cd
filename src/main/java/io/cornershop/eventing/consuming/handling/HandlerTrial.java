package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.kernel.LogScope;
import java.time.Duration;
import java.util.Optional;

/** Tries letters by the handler that they are for, in its lane. */
record HandlerTrial(EventHandler handler, EventTypes types) implements Trial {

  @Override
  public boolean handled(Letter letter, Optional<byte[]> payload) {
    switch (Arrival.read(payload.orElse(null), types)) {
      case Arrival.Readable r -> handle(r.event());
      case Arrival.Unreadable u -> throw u.failure();
    }
    return true;
  }

  private void handle(EventEnvelope event) {
    try (LogScope lines = event.openLogScope()) {
      handler.handle(event);
    }
  }

  @Override
  public void pause(Duration wait) {
    // Nothing is ever unfinished here.
  }
}
