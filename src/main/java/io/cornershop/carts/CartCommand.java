package io.cornershop.carts;

import io.cornershop.kernel.Address;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.kernel.ProductId;
import java.time.Instant;

/** What can be asked of a cart. */
public sealed interface CartCommand extends Command {

  CartId cartId();

  @Override
  default CartId target() {
    return cartId();
  }

  /** Take a cart. Whether there is such a customer, the caller has made sure. */
  record CreateCart(CartId cartId, CustomerId customerId, Instant at) implements CartCommand {}

  /**
   * Put more of a product into it.
   *
   * @param productName as the catalogue has it now
   * @param unitPrice as the catalogue has it now
   */
  record AddItem(
      CartId cartId,
      ProductId productId,
      String productName,
      Money unitPrice,
      int quantity,
      Instant at)
      implements CartCommand {}

  /** Have so many of a product that is in it. */
  record ChangeQuantity(CartId cartId, ProductId productId, int quantity, Instant at)
      implements CartCommand {}

  /** Take a product out of it. */
  record RemoveItem(CartId cartId, ProductId productId, Instant at) implements CartCommand {}

  /** Order what is in it. */
  record CheckOut(CartId cartId, PaymentMethod paymentMethod, Address shippingAddress, Instant at)
      implements CartCommand {}

  /** Put it away if its time is over. */
  record ExpireCart(CartId cartId, Instant at) implements CartCommand {}
}
