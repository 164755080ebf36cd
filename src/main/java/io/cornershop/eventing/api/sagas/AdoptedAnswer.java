package io.cornershop.eventing.api.sagas;

import io.cornershop.eventing.sagas.SagaAdoption.Adopted;
import io.cornershop.eventing.sagas.SagaAdoption.Result;
import java.util.List;
import java.util.Optional;

/**
 * What became of an order that looked as if it had no saga.
 *
 * @param result ADOPTED: it has one now; HAS_SAGA: it had one; REFUSED: it cannot have one
 * @param reason why it was refused
 */
public record AdoptedAnswer(
    String orderId, String sagaId, String sagaType, Result result, Optional<String> reason) {

  /** Describes a page of them to callers. */
  record Listed(List<AdoptedAnswer> items, Optional<String> next) {}

  static AdoptedAnswer of(Adopted adopted) {
    return new AdoptedAnswer(
        adopted.stray().subject(),
        adopted.sagaId().value(),
        adopted.stray().sagaType(),
        adopted.result(),
        adopted.reason());
  }
}
