package io.cornershop.eventing.api.feed;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.util.Optional;

/** Which events a feed shows; each condition that is there must hold. */
record FeedFilter(Optional<String> aggregateType, Optional<String> eventType) {

  /** Shows everything. */
  static final FeedFilter ALL = new FeedFilter(Optional.empty(), Optional.empty());

  /** Whether the commit of an entry holds anything to be shown; tells without the commit. */
  boolean takes(Entry entry) {
    return aggregateType.map(entry.stream().aggregateType()::equals).orElse(true)
        && eventType.map(entry.summary().eventTypes()::contains).orElse(true);
  }

  /** Whether an event is shown. */
  boolean takes(EventEnvelope event) {
    return aggregateType.map(event.stream().aggregateType()::equals).orElse(true)
        && eventType.map(event.type().name()::equals).orElse(true);
  }
}
