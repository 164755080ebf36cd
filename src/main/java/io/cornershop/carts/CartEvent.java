package io.cornershop.carts;

import io.cornershop.kernel.Address;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.DataSubject;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.kernel.ProductId;
import io.cornershop.kernel.WireName;
import java.time.Instant;
import java.util.List;

/**
 * What can happen to a cart. {@code totalAmount} is always that of the whole cart after the event.
 */
public sealed interface CartEvent extends DomainEvent {

  CartId cartId();

  CustomerId customerId();

  /** The customer can put things into it. */
  @WireName("CartCreated")
  record CartCreated(CartId cartId, CustomerId customerId, Instant createdAt)
      implements CartEvent {}

  /**
   * The cart holds more of a product, at this price for all pieces of it.
   *
   * @param quantity pieces that were added
   * @param newQuantity pieces that the line holds now
   */
  @WireName("ItemAddedToCart")
  record ItemAddedToCart(
      CartId cartId,
      CustomerId customerId,
      ProductId productId,
      String productName,
      int quantity,
      int newQuantity,
      Money unitPrice,
      Money totalAmount,
      Instant addedAt)
      implements CartEvent {}

  /**
   * The cart holds another quantity of a product.
   *
   * @param quantity pieces that the line holds now
   */
  @WireName("CartUpdated")
  record CartUpdated(
      CartId cartId,
      CustomerId customerId,
      ProductId productId,
      int quantity,
      int previousQuantity,
      Money totalAmount,
      Instant updatedAt)
      implements CartEvent {}

  /**
   * The cart holds none of a product any more.
   *
   * @param quantity pieces that were taken out
   */
  @WireName("ItemRemovedFromCart")
  record ItemRemovedFromCart(
      CartId cartId,
      CustomerId customerId,
      ProductId productId,
      int quantity,
      Money totalAmount,
      Instant removedAt)
      implements CartEvent {}

  /** The customer has ordered what is in it; from here on there will be an order. */
  @WireName("CartCheckedOut")
  record CartCheckedOut(
      CartId cartId,
      @DataSubject CustomerId customerId,
      OrderId orderId,
      List<LineItem> items,
      Money totalAmount,
      PaymentMethod paymentMethod,
      Address shippingAddress,
      Instant checkedOutAt)
      implements CartEvent {

    public CartCheckedOut {
      items = List.copyOf(items);
    }
  }

  /**
   * The customer has left it alone for too long.
   *
   * @param items what was in it
   */
  @WireName("CartExpired")
  record CartExpired(CartId cartId, CustomerId customerId, List<LineItem> items, Instant expiredAt)
      implements CartEvent {

    public CartExpired {
      items = List.copyOf(items);
    }
  }
}
