package io.cornershop.carts;

import io.cornershop.carts.CartCommand.AddItem;
import io.cornershop.carts.CartCommand.ChangeQuantity;
import io.cornershop.carts.CartCommand.CheckOut;
import io.cornershop.carts.CartCommand.CreateCart;
import io.cornershop.carts.CartCommand.ExpireCart;
import io.cornershop.carts.CartCommand.RemoveItem;
import io.cornershop.carts.CartEvent.CartCheckedOut;
import io.cornershop.carts.CartEvent.CartCreated;
import io.cornershop.carts.CartEvent.CartExpired;
import io.cornershop.carts.CartEvent.CartUpdated;
import io.cornershop.carts.CartEvent.ItemAddedToCart;
import io.cornershop.carts.CartEvent.ItemRemovedFromCart;
import io.cornershop.kernel.Address;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.kernel.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One cart, minute by minute: taken at 12:00, two teapots at 12:01, a third at 12:02, a cup at
 * 12:03, out again at 12:04, checked out at 12:05; or left alone.
 */
public final class CartFixtures {

  public static final CartId CART = new CartId("cart-1");
  public static final CustomerId ADA = new CustomerId("customer-ada");
  public static final ProductId TEAPOT = new ProductId("teapot-red");
  public static final ProductId CUP = new ProductId("cup-white");
  public static final Money TEAPOT_PRICE = euros("24.90");
  public static final Money CUP_PRICE = euros("7.05");
  public static final PaymentMethod PAYMENT = new PaymentMethod("sandbox-approve");
  public static final Address HOME =
      new Address("Ada Example", "1 Main Street", Optional.empty(), "Berlin", "10115", "DE");

  public static final CreateCart CREATE = new CreateCart(CART, ADA, at(0));
  public static final AddItem ADD_TEAPOTS = addTeapots(2, 1);
  public static final ChangeQuantity THREE_TEAPOTS = new ChangeQuantity(CART, TEAPOT, 3, at(2));
  public static final AddItem ADD_CUP = new AddItem(CART, CUP, "White cup", CUP_PRICE, 1, at(3));
  public static final RemoveItem REMOVE_CUP = new RemoveItem(CART, CUP, at(4));
  public static final CheckOut CHECK_OUT = new CheckOut(CART, PAYMENT, HOME, at(5));
  public static final ExpireCart EXPIRE = new ExpireCart(CART, at(32));

  public static final CartCreated CREATED = new CartCreated(CART, ADA, at(0));
  public static final ItemAddedToCart TEAPOTS_ADDED =
      new ItemAddedToCart(
          CART, ADA, TEAPOT, "Red teapot", 2, 2, TEAPOT_PRICE, euros("49.80"), at(1));
  public static final CartUpdated TEAPOTS_UPDATED =
      new CartUpdated(CART, ADA, TEAPOT, 3, 2, euros("74.70"), at(2));
  public static final ItemAddedToCart CUP_ADDED =
      new ItemAddedToCart(CART, ADA, CUP, "White cup", 1, 1, CUP_PRICE, euros("81.75"), at(3));
  public static final ItemRemovedFromCart CUP_REMOVED =
      new ItemRemovedFromCart(CART, ADA, CUP, 1, euros("74.70"), at(4));
  public static final CartCheckedOut CHECKED_OUT =
      new CartCheckedOut(
          CART,
          ADA,
          new OrderId("cart-1"),
          List.of(teapots(3)),
          euros("74.70"),
          PAYMENT,
          HOME,
          at(5));
  public static final CartExpired EXPIRED = new CartExpired(CART, ADA, List.of(teapots(2)), at(32));

  private CartFixtures() {}

  public static Instant at(int minute) {
    return Instant.parse("2026-03-08T12:00:00Z").plusSeconds(60L * minute);
  }

  public static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }

  public static AddItem addTeapots(int quantity, int minute) {
    return new AddItem(CART, TEAPOT, "Red teapot", TEAPOT_PRICE, quantity, at(minute));
  }

  public static LineItem teapots(int quantity) {
    return LineItem.of(TEAPOT, "Red teapot", quantity, TEAPOT_PRICE);
  }
}
