package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.consuming.held.GroupWatch;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterSource;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.Span;
import java.time.Duration;
import java.util.Optional;

/** Tries letters by the handler that they are for, in its lane. */
record HandlerTrial(EventHandler handler, EventTypes types, GroupWatch watch) implements Trial {

  @Override
  public boolean handled(Letter letter, Optional<byte[]> payload) {
    switch (Arrival.read(payload.orElse(null), types)) {
      case Arrival.Readable r -> handle(r.event(), letter.source());
      case Arrival.Unreadable u -> throw u.failure();
    }
    return true;
  }

  private void handle(EventEnvelope event, LetterSource source) {
    Span span = watch.beginAgain(event, source);
    try (LogScope lines = event.openLogScope();
        Span.Present here = span.enter()) {
      handler.handle(event.in(span));
    } catch (Throwable failure) {
      // Anything, errors included: it is thrown on to who judges it.
      span.failed(failure.getClass().getSimpleName());
      throw failure;
    } finally {
      span.end();
    }
  }

  @Override
  public void pause(Duration wait) {
    // Nothing is ever unfinished here.
  }
}
