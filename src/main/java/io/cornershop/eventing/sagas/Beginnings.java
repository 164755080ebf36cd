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
import java.util.List;
import java.util.Optional;

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

  /** The event of a stream that starts a saga of this id; empty when there is none. */
  <T extends DomainEvent> Optional<Beginning<T>> in(StreamId stream, Saga<T> saga, SagaId id) {
    return commits
        .pages(stream, 1)
        .flatMap(List::stream)
        .flatMap(commit -> commit.events().stream())
        .map(event -> new Beginning<>(event, json.decode(event)))
        .filter(told -> saga.trigger().isInstance(told.facts()))
        .filter(told -> saga.sagaIdOf(told.facts()).equals(Optional.of(id)))
        .map(told -> new Beginning<>(told.event(), saga.trigger().cast(told.facts())))
        .findFirst();
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
