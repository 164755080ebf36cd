package io.cornershop.eventing.events;

import io.cornershop.kernel.Identifier;

/** Names the stream of one aggregate, written {@code Order/4711}. */
public record StreamId(String aggregateType, String aggregateId) {

  public StreamId {
    Identifier.requireValid("aggregateType", aggregateType);
    Identifier.requireValid("aggregateId", aggregateId);
  }

  @Override
  public String toString() {
    return aggregateType + "/" + aggregateId;
  }
}
