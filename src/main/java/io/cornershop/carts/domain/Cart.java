package io.cornershop.carts.domain;

import io.cornershop.carts.CartCommand.CheckOut;
import io.cornershop.carts.CartLifetime;
import io.cornershop.kernel.Address;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.PaymentMethod;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A cart is created and filled. Then it is checked out, and an order comes of it, or it is left
 * alone for too long and expires: {@code None → Open → CheckedOut | Expired}.
 */
public sealed interface Cart {

  /** Not taken yet. */
  record None() implements Cart {}

  /** Taken by a customer; the stages of it. */
  sealed interface Taken extends Cart {

    CustomerId customerId();
  }

  /**
   * Can be filled.
   *
   * @param lastActivityAt when it was last changed
   */
  record Open(CartId cartId, CustomerId customerId, Basket basket, Instant lastActivityAt)
      implements Taken {

    boolean isOverAt(Instant time, CartLifetime lifetime) {
      return !time.isBefore(lifetime.endAfter(lastActivityAt));
    }

    Optional<Open> ifAliveAt(Instant time, CartLifetime lifetime) {
      return isOverAt(time, lifetime) ? Optional.empty() : Optional.of(this);
    }

    Open changed(UnaryOperator<Basket> change, Instant at) {
      return new Open(cartId, customerId, change.apply(basket), at);
    }
  }

  /** Became an order. */
  record CheckedOut(
      CartId cartId,
      CustomerId customerId,
      Basket basket,
      PaymentMethod paymentMethod,
      Address shippingAddress)
      implements Taken {

    boolean isBy(CheckOut command) {
      return paymentMethod.equals(command.paymentMethod())
          && shippingAddress.equals(command.shippingAddress());
    }
  }

  /** Was left alone for too long. */
  record Expired(CartId cartId, CustomerId customerId) implements Taken {}
}
