package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.Span;

/** Notes the way of commands. Thread-safe; neither blocks nor throws. */
public interface CommandTraces {

  /** Notes nothing. */
  CommandTraces NONE = (command, stream, origin) -> Span.NONE;

  /**
   * A command begins; it is part of what the thread does, else of what {@code origin} says.
   *
   * @param command its kind, one of few words
   */
  Span begin(String command, StreamId stream, EventMetadata origin);
}
