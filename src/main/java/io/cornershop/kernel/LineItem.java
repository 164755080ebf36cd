package io.cornershop.kernel;

/**
 * One product in a cart or an order, at the price it was offered for.
 *
 * @param totalPrice {@code unitPrice} times {@code quantity}
 */
public record LineItem(
    ProductId productId, String productName, int quantity, Money unitPrice, Money totalPrice) {

  /**
   * An item with its total worked out.
   *
   * @throws ArithmeticException when the total is beyond the range of {@link Money}
   */
  public static LineItem of(
      ProductId productId, String productName, int quantity, Money unitPrice) {
    return new LineItem(productId, productName, quantity, unitPrice, unitPrice.times(quantity));
  }

  /** The same product at the same price, in another quantity. */
  public LineItem times(int newQuantity) {
    return of(productId, productName, newQuantity, unitPrice);
  }
}
