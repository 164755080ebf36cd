package io.cornershop.eventing.sagas;

import io.cornershop.kernel.Identifier;

/** Names one instance of a process. */
public record SagaId(String value) implements Identifier {

  public SagaId {
    Identifier.requireValid("sagaId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
