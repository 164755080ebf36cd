package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where rows are brought up to events, and how.
 *
 * @param between finds what lies between what a row has seen and its next event
 * @param damage what is done about a row that cannot be read
 * @param applied is told of the events that were new, once their row is written
 */
record RowTarget(
    Rows rows,
    EventsBetween between,
    Consumer<DamagedRow> damage,
    Consumer<List<EventEnvelope>> applied) {

  /** Of rows that are not what callers read: nobody is told, and damage is left alone. */
  static RowTarget aside(Rows rows, EventsBetween between) {
    return new RowTarget(rows, between, ignored -> {}, ignored -> {});
  }
}
