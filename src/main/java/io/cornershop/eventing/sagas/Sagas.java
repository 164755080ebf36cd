package io.cornershop.eventing.sagas;

import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.StreamId;

/** What the engine has to know of sagas to keep their events. */
public final class Sagas {

  /** All sagas, of whatever type, are of this kind. */
  public static final Aggregate<SagaCommand, SagaState, SagaEvent> AGGREGATE =
      new Aggregate<>(
          "Saga", "sagas.events", SagaCommand.class, SagaEvent.class, new SagaDecider());

  private Sagas() {}

  static StreamId streamOf(SagaId id) {
    return new StreamId(AGGREGATE.type(), id.value());
  }
}
