package io.cornershop.processes.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.carts.CartFixtures;
import io.cornershop.orders.OrderCommand.CreateOrder;
import io.cornershop.orders.OrderEvent.OrderCreated;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.orders.domain.OrderDecider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhenCartCheckedOutCreateOrderTest {

  private static final CreateOrder CREATE_ORDER =
      new CreateOrder(
          CartFixtures.CHECKED_OUT.orderId(),
          CartFixtures.CART,
          CartFixtures.ADA,
          CartFixtures.CHECKED_OUT.items(),
          CartFixtures.euros("74.70"),
          CartFixtures.PAYMENT,
          CartFixtures.HOME,
          CartFixtures.at(5));

  @Test
  void asks_for_an_order_of_what_was_checked_out() {
    assertThat(new WhenCartCheckedOutCreateOrder().react(CartFixtures.CHECKED_OUT))
        .containsExactly(CREATE_ORDER);
  }

  @Test
  void asks_for_an_order_that_is_accepted() {
    OrderDecider orders = new OrderDecider();
    assertThat(orders.decide(CREATE_ORDER, orders.initial()))
        .containsExactly(
            new OrderCreated(
                CREATE_ORDER.orderId(),
                CREATE_ORDER.cartId(),
                CREATE_ORDER.customerId(),
                CREATE_ORDER.totalAmount(),
                CREATE_ORDER.items(),
                CREATE_ORDER.paymentMethod(),
                CREATE_ORDER.shippingAddress(),
                Status.CREATED,
                CREATE_ORDER.at()));
  }
}
