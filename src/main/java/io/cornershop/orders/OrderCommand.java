package io.cornershop.orders;

import io.cornershop.kernel.Address;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentMethod;
import java.time.Instant;
import java.util.List;

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
}
