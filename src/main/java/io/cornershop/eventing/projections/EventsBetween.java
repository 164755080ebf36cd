package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import java.util.List;

/** Finds the events of a stream behind one sequence and before another. */
@FunctionalInterface
public interface EventsBetween {

  /** In order and without a gap. */
  List<EventEnvelope> of(StreamId stream, long after, long before);
}
