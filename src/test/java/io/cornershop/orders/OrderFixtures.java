package io.cornershop.orders;

import io.cornershop.kernel.Address;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.kernel.ProductId;
import io.cornershop.kernel.TrackingNumber;
import io.cornershop.orders.OrderCommand.CreateOrder;
import io.cornershop.orders.OrderEvent.OrderCancelled;
import io.cornershop.orders.OrderEvent.OrderConfirmed;
import io.cornershop.orders.OrderEvent.OrderCreated;
import io.cornershop.orders.OrderEvent.OrderDelivered;
import io.cornershop.orders.OrderEvent.OrderReturned;
import io.cornershop.orders.OrderEvent.OrderShipped;
import io.cornershop.orders.OrderEvent.OrderValidated;
import io.cornershop.orders.OrderEvent.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One order of three teapots and a cup. */
public final class OrderFixtures {

  public static final OrderId ORDER = new OrderId("cart-1");
  public static final CartId CART = new CartId("cart-1");
  public static final CustomerId ADA = new CustomerId("customer-ada");
  public static final PaymentMethod PAYMENT = new PaymentMethod("sandbox-approve");
  public static final Address HOME =
      new Address(
          "Ada Example", "1 Main Street", Optional.of("2nd floor"), "Berlin", "10115", "DE");
  public static final Instant CREATED_AT = Instant.parse("2026-03-08T12:05:00Z");
  public static final Money TOTAL = Money.of("81.75", "EUR");
  public static final List<LineItem> ITEMS =
      List.of(
          LineItem.of(new ProductId("teapot-red"), "Red teapot", 3, Money.of("24.90", "EUR")),
          LineItem.of(new ProductId("cup-white"), "White cup", 1, Money.of("7.05", "EUR")));

  public static final CreateOrder CREATE = create(ITEMS, TOTAL);
  public static final OrderCreated CREATED =
      new OrderCreated(ORDER, CART, ADA, TOTAL, ITEMS, PAYMENT, HOME, Status.CREATED, CREATED_AT);

  public static final Instant VALIDATED_AT = Instant.parse("2026-03-08T12:05:01Z");
  public static final Instant CONFIRMED_AT = Instant.parse("2026-03-08T12:05:04Z");
  public static final Instant SHIPPED_AT = Instant.parse("2026-03-09T08:30:00Z");
  public static final Instant DELIVERED_AT = Instant.parse("2026-03-11T10:05:30Z");
  public static final Instant RETURNED_AT = Instant.parse("2026-03-20T09:00:00Z");
  public static final Instant CANCELLED_AT = Instant.parse("2026-03-08T12:06:00Z");
  public static final PaymentId PAID_BY = new PaymentId("cart-1");
  public static final TrackingNumber PARCEL = new TrackingNumber("PX-1");
  public static final String CARRIER = "Parcel Express";
  public static final LineItem CUP = ITEMS.getLast();

  public static final OrderValidated VALIDATED =
      new OrderValidated(ORDER, ADA, true, Optional.empty(), VALIDATED_AT);
  public static final OrderValidated FOUND_INVALID =
      new OrderValidated(ORDER, ADA, false, Optional.of("Only 1 red teapot left"), VALIDATED_AT);
  public static final OrderConfirmed CONFIRMED =
      new OrderConfirmed(ORDER, ADA, PAID_BY, TOTAL, Status.CONFIRMED, CONFIRMED_AT);
  public static final OrderShipped SHIPPED =
      new OrderShipped(ORDER, ADA, PARCEL, CARRIER, Status.SHIPPED, SHIPPED_AT);
  public static final OrderDelivered DELIVERED =
      new OrderDelivered(ORDER, ADA, Status.DELIVERED, DELIVERED_AT);
  public static final OrderReturned RETURNED =
      new OrderReturned(
          ORDER,
          ADA,
          PAID_BY,
          List.of(CUP),
          CUP.totalPrice(),
          "cracked",
          Status.RETURNED,
          RETURNED_AT);
  public static final OrderCancelled CANCELLED = cancelled(false);

  private OrderFixtures() {}

  public static OrderCancelled cancelled(boolean wasConfirmed) {
    return new OrderCancelled(
        ORDER, ADA, ITEMS, TOTAL, wasConfirmed, "changed my mind", Status.CANCELLED, CANCELLED_AT);
  }

  public static CreateOrder create(List<LineItem> items, Money total) {
    return new CreateOrder(ORDER, CART, ADA, items, total, PAYMENT, HOME, CREATED_AT);
  }
}
