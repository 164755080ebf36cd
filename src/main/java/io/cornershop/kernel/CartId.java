package io.cornershop.kernel;

/** Names a cart. */
public record CartId(String value) implements Identifier {

  public CartId {
    Identifier.requireValid("cartId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
