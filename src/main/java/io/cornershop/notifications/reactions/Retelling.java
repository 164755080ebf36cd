package io.cornershop.notifications.reactions;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.StreamCommits;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.notifications.ledger.Cause;
import java.util.List;
import java.util.Optional;

/** Reads once more what there was to tell of an event. Thread-safe. */
final class Retelling {

  private final List<Telling<?>> tellings;
  private final StreamCommits commits;
  private final EventJson json;

  Retelling(List<Telling<?>> tellings, EventStore store, EventJson json) {
    this.tellings = List.copyOf(tellings);
    this.commits = new StreamCommits(store);
    this.json = json;
  }

  /**
   * The news; empty when the store does not have the event, as after a restore.
   *
   * @throws io.cornershop.kernel.Unavailable when the store does not answer
   */
  Optional<News> of(Cause cause) {
    String[] stream = cause.stream().split("/", 2);
    return commits.holding(new StreamId(stream[0], stream[1]), cause.sequence()).stream()
        .flatMap(commit -> commit.events().stream())
        .filter(event -> event.sequence() == cause.sequence())
        .filter(event -> event.eventId().toString().equals(cause.eventId()))
        .findFirst()
        .flatMap(this::told);
  }

  private Optional<News> told(EventEnvelope envelope) {
    DomainEvent event = json.decode(envelope);
    return tellings.stream()
        .filter(telling -> telling.event().isInstance(event))
        .map(telling -> newsOf(telling, event))
        .findFirst();
  }

  private static <E extends DomainEvent> News newsOf(Telling<E> telling, DomainEvent event) {
    return telling.tell(telling.event().cast(event));
  }
}
