package io.cornershop.orders.domain;

import static io.cornershop.orders.OrderFixtures.CANCELLED;
import static io.cornershop.orders.OrderFixtures.CANCELLED_AT;
import static io.cornershop.orders.OrderFixtures.CARRIER;
import static io.cornershop.orders.OrderFixtures.CONFIRMED;
import static io.cornershop.orders.OrderFixtures.CONFIRMED_AT;
import static io.cornershop.orders.OrderFixtures.CREATE;
import static io.cornershop.orders.OrderFixtures.CREATED;
import static io.cornershop.orders.OrderFixtures.DELIVERED;
import static io.cornershop.orders.OrderFixtures.DELIVERED_AT;
import static io.cornershop.orders.OrderFixtures.FOUND_INVALID;
import static io.cornershop.orders.OrderFixtures.ITEMS;
import static io.cornershop.orders.OrderFixtures.ORDER;
import static io.cornershop.orders.OrderFixtures.PAID_BY;
import static io.cornershop.orders.OrderFixtures.PARCEL;
import static io.cornershop.orders.OrderFixtures.SHIPPED;
import static io.cornershop.orders.OrderFixtures.SHIPPED_AT;
import static io.cornershop.orders.OrderFixtures.TOTAL;
import static io.cornershop.orders.OrderFixtures.VALIDATED;
import static io.cornershop.orders.OrderFixtures.VALIDATED_AT;
import static io.cornershop.orders.OrderFixtures.cancelled;
import static io.cornershop.orders.OrderFixtures.create;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.TrackingNumber;
import io.cornershop.orders.OrderCommand;
import io.cornershop.orders.OrderCommand.CancelOrder;
import io.cornershop.orders.OrderCommand.ConfirmOrder;
import io.cornershop.orders.OrderCommand.DeliverOrder;
import io.cornershop.orders.OrderCommand.ShipOrder;
import io.cornershop.orders.OrderCommand.ValidateOrder;
import io.cornershop.orders.OrderEvent;
import io.cornershop.orders.OrderEvent.OrderDelivered;
import io.cornershop.testing.DeciderSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderDeciderTest {

  private final DeciderSpec<OrderCommand, Order, OrderEvent> order =
      DeciderSpec.of(new OrderDecider());

  @Nested
  class A_new_order {

    @Test
    void is_created() {
      order.given().when(CREATE).then(CREATED);
    }

    @Test
    void is_refused_without_items() {
      order
          .given()
          .when(create(List.of(), Money.of("0", "EUR")))
          .thenRejected("order-without-items");
    }

    @Test
    void is_refused_with_nothing_of_a_product() {
      LineItem nothing = ITEMS.getFirst().times(0);
      order.given().when(create(List.of(nothing), TOTAL)).thenRejected("order-without-items");
    }

    @Test
    void is_refused_when_the_total_is_not_the_sum() {
      order.given().when(create(ITEMS, Money.of("81.74", "EUR"))).thenRejected("wrong-total");
    }
  }

  @Nested
  class A_created_order {

    @Test
    void is_not_created_twice() {
      order.given(CREATED).when(CREATE).thenNothing();
    }

    @Test
    void is_not_overwritten_by_another_one() {
      LineItem teapot = ITEMS.getFirst().times(1);
      order
          .given(CREATED)
          .when(create(List.of(teapot), teapot.totalPrice()))
          .thenRejected("order-already-exists");
    }
  }

  @Nested
  class A_validation {

    private final ValidateOrder good = new ValidateOrder(ORDER, Optional.empty(), VALIDATED_AT);
    private final ValidateOrder bad =
        new ValidateOrder(ORDER, FOUND_INVALID.validationMessage(), VALIDATED_AT);

    @Test
    void finds_an_order_valid_or_says_why_not() {
      order.given(CREATED).when(good).then(VALIDATED);
      order.given(CREATED).when(bad).then(FOUND_INVALID);
    }

    @Test
    void that_says_the_same_again_changes_nothing() {
      order.given(CREATED, VALIDATED).when(good).thenNothing();
      order.given(CREATED, FOUND_INVALID).when(bad).thenNothing();
    }

    @Test
    void is_made_once() {
      order.given(CREATED, VALIDATED).when(bad).thenRejected("order-not-validatable");
      order.given(CREATED, FOUND_INVALID).when(good).thenRejected("order-not-validatable");
      order.given(CREATED, CANCELLED).when(good).thenRejected("order-not-validatable");
    }
  }

  @Nested
  class A_confirmation {

    private final ConfirmOrder confirm = new ConfirmOrder(ORDER, PAID_BY, CONFIRMED_AT);

    @Test
    void promises_a_valid_order() {
      order.given(CREATED, VALIDATED).when(confirm).then(CONFIRMED);
    }

    @Test
    void by_the_same_payment_again_changes_nothing() {
      order.given(CREATED, VALIDATED, CONFIRMED).when(confirm).thenNothing();
    }

    @Test
    void by_another_payment_is_refused() {
      order
          .given(CREATED, VALIDATED, CONFIRMED)
          .when(new ConfirmOrder(ORDER, new PaymentId("other"), CONFIRMED_AT))
          .thenRejected("order-not-confirmable");
    }

    @Test
    void of_anything_but_a_valid_order_is_refused() {
      order.given(CREATED).when(confirm).thenRejected("order-not-confirmable");
      order.given(CREATED, FOUND_INVALID).when(confirm).thenRejected("order-not-confirmable");
      order
          .given(CREATED, VALIDATED, CANCELLED)
          .when(confirm)
          .thenRejected("order-not-confirmable");
    }
  }

  @Nested
  class A_shipment {

    private final ShipOrder ship = new ShipOrder(ORDER, PARCEL, CARRIER, SHIPPED_AT);

    @Test
    void takes_a_confirmed_order() {
      order.given(CREATED, VALIDATED, CONFIRMED).when(ship).then(SHIPPED);
    }

    @Test
    void of_the_same_parcel_again_changes_nothing() {
      order.given(CREATED, VALIDATED, CONFIRMED, SHIPPED).when(ship).thenNothing();
    }

    @Test
    void of_another_parcel_is_refused() {
      order
          .given(CREATED, VALIDATED, CONFIRMED, SHIPPED)
          .when(new ShipOrder(ORDER, new TrackingNumber("PX-2"), CARRIER, SHIPPED_AT))
          .thenRejected("order-not-shippable");
    }

    @Test
    void of_an_order_that_is_not_confirmed_is_refused() {
      order.given(CREATED).when(ship).thenRejected("order-not-shippable");
      order.given(CREATED, VALIDATED).when(ship).thenRejected("order-not-shippable");
    }

    @Test
    void names_its_carrier() {
      order
          .given(CREATED, VALIDATED, CONFIRMED)
          .when(new ShipOrder(ORDER, PARCEL, " ", SHIPPED_AT))
          .thenRejected("invalid-carrier");
    }
  }

  @Nested
  class A_delivery {

    private final DeliverOrder deliver = new DeliverOrder(ORDER, DELIVERED_AT);

    @Test
    void ends_a_shipment() {
      order.given(CREATED, VALIDATED, CONFIRMED, SHIPPED).when(deliver).then(DELIVERED);
    }

    @Test
    void is_told_once() {
      order.given(CREATED, VALIDATED, CONFIRMED, SHIPPED, DELIVERED).when(deliver).thenNothing();
    }

    @Test
    void of_what_was_not_shipped_is_refused() {
      order.given(CREATED, VALIDATED, CONFIRMED).when(deliver).thenRejected("order-not-shipped");
    }

    @Test
    void is_never_before_the_shipment() {
      order
          .given(CREATED, VALIDATED, CONFIRMED, SHIPPED)
          .when(new DeliverOrder(ORDER, SHIPPED.shippedAt().minusSeconds(1)))
          .then(
              new OrderDelivered(
                  ORDER, DELIVERED.customerId(), DELIVERED.status(), SHIPPED.shippedAt()));
    }
  }

  @Nested
  class A_cancellation {

    private final CancelOrder cancel = new CancelOrder(ORDER, CANCELLED.reason(), CANCELLED_AT);

    @Test
    void gives_up_what_is_not_on_its_way() {
      order.given(CREATED).when(cancel).then(CANCELLED);
      order.given(CREATED, FOUND_INVALID).when(cancel).then(CANCELLED);
      order.given(CREATED, VALIDATED).when(cancel).then(CANCELLED);
    }

    @Test
    void of_a_confirmed_order_says_so() {
      order.given(CREATED, VALIDATED, CONFIRMED).when(cancel).then(cancelled(true));
    }

    @Test
    void is_made_once() {
      order.given(CREATED, CANCELLED).when(cancel).thenNothing();
    }

    @Test
    void of_a_shipped_order_is_refused() {
      order
          .given(CREATED, VALIDATED, CONFIRMED, SHIPPED)
          .when(cancel)
          .thenRejected("order-not-cancellable");
    }

    @Test
    void says_why() {
      order
          .given(CREATED)
          .when(new CancelOrder(ORDER, "", CANCELLED_AT))
          .thenRejected("invalid-reason");
    }
  }

  @Test
  void nothing_can_be_asked_of_an_order_that_there_is_not() {
    OrderDecider decider = new OrderDecider();
    DeliverOrder deliver = new DeliverOrder(ORDER, DELIVERED_AT);

    assertThatThrownBy(() -> decider.decide(deliver, decider.initial()))
        .isInstanceOf(NotFound.class);
  }
}
