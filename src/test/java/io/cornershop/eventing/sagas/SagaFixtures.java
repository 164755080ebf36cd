package io.cornershop.eventing.sagas;

import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationStarted;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaFailed;
import io.cornershop.eventing.sagas.SagaEvent.SagaStarted;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepFailed;
import io.cornershop.eventing.sagas.SagaEvent.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A saga of two steps, second by second. */
public final class SagaFixtures {

  public static final SagaId SAGA = new SagaId("order-1");
  public static final String TYPE = "order-fulfilment";
  public static final String FIRST = "ReserveStock";
  public static final String SECOND = "ProcessPayment";
  public static final Trigger TRIGGER = new Trigger("Cart", "order-1", 3);

  public static final SagaStarted STARTED =
      new SagaStarted(SAGA, TYPE, 1, "order-1", TRIGGER, List.of(FIRST, SECOND), at(0));
  public static final SagaStepCompleted FIRST_DONE = done(FIRST, 1);
  public static final SagaStepCompleted SECOND_DONE = done(SECOND, 2);
  public static final SagaCompleted COMPLETED = new SagaCompleted(SAGA, TYPE, at(2));
  public static final SagaStepFailed SECOND_FAILED =
      new SagaStepFailed(SAGA, TYPE, SECOND, false, 1, "broken", Optional.of(at(4)), at(3));
  public static final SagaStepFailed SECOND_REFUSED =
      new SagaStepFailed(SAGA, TYPE, SECOND, false, 1, "declined", Optional.empty(), at(3));
  public static final SagaCompensationStarted GOING_BACK =
      new SagaCompensationStarted(SAGA, TYPE, SECOND, "declined", List.of(FIRST), at(3));
  public static final SagaStepCompleted FIRST_UNDONE =
      new SagaStepCompleted(SAGA, TYPE, FIRST, true, false, at(5));
  public static final SagaCompensationCompleted BACK =
      new SagaCompensationCompleted(SAGA, TYPE, at(5));
  public static final SagaStepFailed UNDOING_REFUSED =
      new SagaStepFailed(SAGA, TYPE, FIRST, true, 1, "shipped", Optional.empty(), at(6));
  public static final SagaFailed STUCK = new SagaFailed(SAGA, TYPE, FIRST, "shipped", at(6));
  public static final SagaStepCompleted SECOND_LATE =
      new SagaStepCompleted(SAGA, TYPE, SECOND, false, true, at(7));
  public static final SagaStepFailed TAKEN_UP =
      new SagaStepFailed(SAGA, TYPE, FIRST, true, 0, "by hand", Optional.of(at(8)), at(8));

  private SagaFixtures() {}

  private static SagaStepCompleted done(String step, int second) {
    return new SagaStepCompleted(SAGA, TYPE, step, false, false, at(second));
  }

  public static Instant at(int second) {
    return Instant.parse("2026-03-08T12:00:00Z").plusSeconds(second);
  }
}
