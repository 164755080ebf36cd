package io.cornershop.eventing.api;

import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.json.Json;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.ReplayFirewall;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a history makes of an aggregate.
 *
 * @param eventCount how many events are shown
 * @param reconstructedState the fields of the state, and as {@code stage} the name of the stage of
 *     life that it is in
 * @param events those that were folded, from the time on that the caller asked for
 */
record Replay(
    String aggregateId,
    String aggregateType,
    int eventCount,
    JsonNode reconstructedState,
    List<Object> events) {

  private static final String STAGE = "stage";

  /** Folds as much of a stream's history as the range says, personal data as it is stored. */
  static <S, E extends DomainEvent> Replay of(
      Aggregate<?, S, E> aggregate,
      StreamId stream,
      List<EventEnvelope> history,
      ReplayRange range,
      EventJson json) {
    List<EventEnvelope> folded = range.folded(history);
    S state =
        ReplayFirewall.during(
            "The replay of " + stream, () -> state(aggregate, folded, json.sealed()));
    List<Object> shown =
        folded.stream().filter(range::shows).map(EnvelopeJson::toWritable).toList();
    return new Replay(
        stream.aggregateId(), stream.aggregateType(), shown.size(), toJson(state), shown);
  }

  private static <S, E extends DomainEvent> S state(
      Aggregate<?, S, E> aggregate, List<EventEnvelope> events, EventJson json) {
    S state = aggregate.decider().initial();
    for (EventEnvelope event : events) {
      state = aggregate.evolve(state, json.decode(event));
    }
    return state;
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
