package io.cornershop.eventing.sagas;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.sagas.SagaEvent.Trigger;
import io.cornershop.eventing.sagas.SagaState.Plan;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.StreamCommits;

/** Finds the events that sagas have begun with, by their place in the store. */
final class Beginnings {

  private final StreamCommits commits;

  Beginnings(EventStore store) {
    this.commits = new StreamCommits(store);
  }

  /** The event that has started a saga. */
  EventEnvelope of(Plan plan) {
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
