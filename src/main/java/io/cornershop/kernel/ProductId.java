package io.cornershop.kernel;

/** Names a product. */
public record ProductId(String value) implements Identifier {

  public ProductId {
    Identifier.requireValid("productId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
