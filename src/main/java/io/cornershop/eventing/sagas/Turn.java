package io.cornershop.eventing.sagas;

import java.time.Instant;

/** What comes next in a saga. */
sealed interface Turn {

  /** It has moved. */
  record Move(SagaCommand command) implements Turn {}

  /** Nothing to do until then, if nobody is heard before. */
  record Wait(Instant until) implements Turn {}
}
