package io.cornershop.rest;

/** Ends a request with a refusal that only HTTP knows. */
final class Refused extends RuntimeException {

  private final transient Refusal refusal;

  Refused(Refusal refusal) {
    super(refusal.detail(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
