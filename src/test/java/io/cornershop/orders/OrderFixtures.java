package io.cornershop.orders;

import io.cornershop.kernel.Address;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.kernel.ProductId;
import io.cornershop.orders.OrderCommand.CreateOrder;
import io.cornershop.orders.OrderEvent.OrderCreated;
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

  private OrderFixtures() {}

  public static CreateOrder create(List<LineItem> items, Money total) {
    return new CreateOrder(ORDER, CART, ADA, items, total, PAYMENT, HOME, CREATED_AT);
  }
}
