package io.cornershop.kernel;

/** Names a order. */
public record OrderId(String value) implements Identifier {

  public OrderId {
    Identifier.requireValid("orderId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
