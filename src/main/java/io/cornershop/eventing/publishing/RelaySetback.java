package io.cornershop.eventing.publishing;

import io.cornershop.eventing.publishing.RelayStatus.Condition;

/** Why the relay has to begin again from the position log. */
final class RelaySetback extends RuntimeException {

  private final Condition condition;

  RelaySetback(Condition condition, String message, Throwable cause) {
    super(message, cause);
    this.condition = condition;
  }

  Condition condition() {
    return condition;
  }
}
