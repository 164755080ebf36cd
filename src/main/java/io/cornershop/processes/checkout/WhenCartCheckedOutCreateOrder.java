package io.cornershop.processes.checkout;

import io.cornershop.carts.CartEvent.CartCheckedOut;
import io.cornershop.eventing.sagas.Reaction;
import io.cornershop.kernel.Command;
import io.cornershop.orders.OrderCommand.CreateOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The customer was promised an order at check-out. No refusal is final here: whatever keeps the
 * order from being created has to be seen by somebody.
 */
@ApplicationScoped
public class WhenCartCheckedOutCreateOrder implements Reaction<CartCheckedOut> {

  @Override
  public String name() {
    return "when-cart-checked-out-create-order";
  }

  @Override
  public Class<CartCheckedOut> event() {
    return CartCheckedOut.class;
  }

  @Override
  public List<Command> react(CartCheckedOut event) {
    return List.of(
        new CreateOrder(
            event.orderId(),
            event.cartId(),
            event.customerId(),
            event.items(),
            event.totalAmount(),
            event.paymentMethod(),
            event.shippingAddress(),
            event.checkedOutAt()));
  }
}
