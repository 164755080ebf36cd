package io.cornershop.kernel;

/** Names a payment. */
public record PaymentId(String value) implements Identifier {

  public PaymentId {
    Identifier.requireValid("paymentId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
