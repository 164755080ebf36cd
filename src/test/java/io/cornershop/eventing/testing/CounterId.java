package io.cornershop.eventing.testing;

import io.cornershop.kernel.Identifier;

/** Names a counter. */
public record CounterId(String value) implements Identifier {

  public CounterId {
    Identifier.requireValid("counterId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
