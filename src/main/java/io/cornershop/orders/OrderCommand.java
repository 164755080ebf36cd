package io.cornershop.orders;

import io.cornershop.kernel.Address;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.kernel.ProductId;
import io.cornershop.kernel.TrackingNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be asked of an order. */
public sealed interface OrderCommand extends Command {

  OrderId orderId();

  @Override
  default OrderId target() {
    return orderId();
  }

  /** Order what a customer has checked out. */
  record CreateOrder(
      OrderId orderId,
      CartId cartId,
      CustomerId customerId,
      List<LineItem> items,
      Money totalAmount,
      PaymentMethod paymentMethod,
      Address shippingAddress,
      Instant at)
      implements OrderCommand {

    public CreateOrder {
      items = List.copyOf(items);
    }
  }

  /**
   * Say whether the shop can serve it.
   *
   * @param objection why not; empty when it can
   */
  record ValidateOrder(OrderId orderId, Optional<String> objection, Instant at)
      implements OrderCommand {}

  /** It is reserved and paid: promise it to the customer. */
  record ConfirmOrder(OrderId orderId, PaymentId paymentId, Instant at) implements OrderCommand {}

  /** Hand it to a carrier. */
  record ShipOrder(OrderId orderId, TrackingNumber trackingNumber, String carrier, Instant at)
      implements OrderCommand {}

  /** The customer has it. */
  record DeliverOrder(OrderId orderId, Instant at) implements OrderCommand {}

  /** Give it up. */
  record CancelOrder(OrderId orderId, String reason, Instant at) implements OrderCommand {}

  /**
   * Give up what was promised at check-out, whether or not the order has begun: one that has is
   * cancelled, one that has not cannot begin any more.
   */
  record AbandonOrder(
      OrderId orderId,
      CustomerId customerId,
      List<LineItem> items,
      Money totalAmount,
      String reason,
      Instant at)
      implements OrderCommand {

    public AbandonOrder {
      items = List.copyOf(items);
    }
  }

  /**
   * Take back what was delivered.
   *
   * @param items what comes back; empty for all of it
   */
  record ReturnOrder(OrderId orderId, String reason, List<ReturnedItem> items, Instant at)
      implements OrderCommand {

    public ReturnOrder {
      items = List.copyOf(items);
    }
  }

  /** So many pieces of a product that come back. */
  record ReturnedItem(ProductId productId, int quantity) {}
}
