package io.cornershop.payments.gateway.sandbox;

import java.util.Arrays;

/** The test cards: payment methods that say what the sandbox does. */
enum SandboxCard {
  APPROVE("sandbox-approve"),
  DECLINE("sandbox-decline"),
  INSUFFICIENT_FUNDS("sandbox-insufficient-funds"),
  /** Does everything, but does not say so before a request comes for the third time. */
  TIMEOUT("sandbox-timeout"),
  /** Says everything after two seconds. */
  SLOW("sandbox-slow"),
  CAPTURE_FAILS("sandbox-capture-fails"),
  REFUND_FAILS("sandbox-refund-fails"),
  UNKNOWN("");

  private final String method;

  SandboxCard(String method) {
    this.method = method;
  }

  String method() {
    return method;
  }

  static SandboxCard of(String method) {
    return Arrays.stream(values())
        .filter(card -> card.method.equals(method))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
