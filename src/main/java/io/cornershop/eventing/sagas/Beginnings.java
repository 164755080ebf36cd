package io.cornershop.eventing.sagas;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.sagas.SagaEvent.Trigger;
import io.cornershop.eventing.sagas.SagaState.Plan;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.StreamCommits;
import io.cornershop.kernel.DomainEvent;

/** Finds the events that sagas have begun with, by their place in the store. */
final class Beginnings {

  /**
   * The event that has started a saga.
   *
   * @param facts what it says
   */
  record Beginning<T extends DomainEvent>(EventEnvelope event, T facts) {}

  private final StreamCommits commits;
  private final EventJson json;

  Beginnings(EventStore store, EventJson json) {
    this.commits = new StreamCommits(store);
    this.json = json;
  }

  <T extends DomainEvent> Beginning<T> of(Saga<T> saga, Plan plan) {
    EventEnvelope event = eventOf(plan);
    return new Beginning<>(event, saga.trigger().cast(json.decode(event)));
  }

  private EventEnvelope eventOf(Plan plan) {
    Trigger trigger = plan.trigger();
    StreamId stream = new StreamId(trigger.aggregateType(), trigger.aggregateId());
    return commits.holding(stream, trigger.sequence()).stream()
        .map(Commit::events)
        .flatMap(events -> events.stream())
        .filter(event -> event.sequence() == trigger.sequence())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The event that started saga %s is gone".formatted(plan.sagaId())));
  }
}
