package io.cornershop.eventing.sagas;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.StreamCommits;
import java.util.List;

/**
 * What has happened to a saga, in order, from the store.
 *
 * @param told empty when there is no such saga
 */
public record SagaHistory(List<Told> told) {

  /** One event of a saga, and how it is stored. */
  public record Told(SagaEvent event, EventEnvelope envelope) {}

  public SagaHistory {
    told = List.copyOf(told);
  }

  /**
   * Reads it; an operator's try adds a few events to what is some dozen.
   *
   * @throws io.cornershop.kernel.Unavailable when the store does not answer
   */
  static SagaHistory read(SagaId id, EventStore store, EventJson json) {
    return new SagaHistory(
        new StreamCommits(store)
            .pages(Sagas.streamOf(id), 1)
            .flatMap(List::stream)
            .flatMap(commit -> commit.events().stream())
            .map(event -> new Told((SagaEvent) json.decode(event), event))
            .toList());
  }

  /** Its events. */
  public List<SagaEvent> events() {
    return told.stream().map(Told::event).toList();
  }

  SagaState state() {
    SagaState state = new SagaState.None();
    for (Told next : told) {
      state = SagaLife.next(state, next.event());
    }
    return state;
  }

  /** How often it was taken up at most: each time a step that waits is commanded anew. */
  int rounds() {
    return (int) told.stream().filter(t -> t.event() instanceof SagaEvent.SagaFailed).count();
  }
}
