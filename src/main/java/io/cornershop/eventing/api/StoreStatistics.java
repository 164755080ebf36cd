package io.cornershop.eventing.api;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.LogTotals.Count;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.util.SortedMap;

/**
 * How much the store holds, as far as it has positions.
 *
 * @param totalEvents all events
 * @param lastPosition of the last of them; 0 when there is none
 * @param byAggregateType events and streams of each type that has any
 */
public record StoreStatistics(
    long totalEvents, long lastPosition, SortedMap<String, Count> byAggregateType) {

  /** What the last entry of the position log says. */
  public static StoreStatistics of(Entry head) {
    long first = head.number() * EventEnvelope.POSITIONS_PER_COMMIT;
    int events = head.summary().eventIds().size();
    return new StoreStatistics(
        head.totals().events(), first + Math.max(0, events - 1), head.totals().byAggregateType());
  }
}
