package io.cornershop.payments.gateway.stripe;

import io.cornershop.payments.gateway.Moved;

/** One payment intent with manual capture. Used by one thread. */
final class FakeIntent {

  private final String id;
  private final long amount;
  private String status = "requires_capture";
  private long refunded;

  FakeIntent(String id, long amount) {
    this.id = id;
    this.amount = amount;
  }

  String id() {
    return id;
  }

  boolean capture() {
    return move("succeeded");
  }

  boolean cancel() {
    return move("canceled");
  }

  private boolean move(String next) {
    boolean possible = status.equals("requires_capture");
    status = possible ? next : status;
    return possible;
  }

  boolean refund(long part) {
    boolean possible = status.equals("succeeded") && refunded + part <= amount;
    refunded += possible ? part : 0;
    return possible;
  }

  Moved moved() {
    return new Moved(
        status.equals("requires_capture") ? amount : 0,
        status.equals("succeeded") ? amount : 0,
        refunded);
  }

  String json() {
    return "{\"id\": \"%s\", \"object\": \"payment_intent\", \"amount\": %d, \"status\": \"%s\"}"
        .formatted(id, amount, status);
  }
}
