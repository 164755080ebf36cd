package io.cornershop.kernel;

/** Names a customer. */
public record CustomerId(String value) implements Identifier {

  public CustomerId {
    Identifier.requireValid("customerId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
