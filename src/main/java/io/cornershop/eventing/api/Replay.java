package io.cornershop.eventing.api;

import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.json.Json;
import io.cornershop.kernel.DomainEvent;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a history makes of an aggregate.
 *
 * @param eventCount how many events were folded
 * @param reconstructedState the fields of the state, and as {@code stage} the name of the stage of
 *     life that it is in
 * @param events the events that were folded
 */
record Replay(
    String aggregateId,
    String aggregateType,
    int eventCount,
    JsonNode reconstructedState,
    List<Object> events) {

  private static final String STAGE = "stage";

  /** Folds these events, which are the beginning of the stream. */
  static <S, E extends DomainEvent> Replay of(
      Aggregate<?, S, E> aggregate, StreamId stream, List<EventEnvelope> events, EventJson json) {
    S state = aggregate.decider().initial();
    for (EventEnvelope event : events) {
      state = aggregate.evolve(state, json.decode(event));
    }
    return new Replay(
        stream.aggregateId(),
        stream.aggregateType(),
        events.size(),
        toJson(state),
        events.stream().map(EnvelopeJson::toWritable).toList());
  }

  private static JsonNode toJson(Object state) {
    JsonNode fields = Json.TOLERANT.valueToTree(state);
    if (!fields.isObject()) {
      return fields;
    }
    ObjectNode named = Json.TOLERANT.createObjectNode();
    named.put(STAGE, state.getClass().getSimpleName());
    return named.setAll((ObjectNode) fields);
  }
}
