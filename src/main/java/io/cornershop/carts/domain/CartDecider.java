package io.cornershop.carts.domain;

import io.cornershop.carts.CartCommand;
import io.cornershop.carts.CartCommand.AddItem;
import io.cornershop.carts.CartCommand.ChangeQuantity;
import io.cornershop.carts.CartCommand.CheckOut;
import io.cornershop.carts.CartCommand.CreateCart;
import io.cornershop.carts.CartCommand.ExpireCart;
import io.cornershop.carts.CartCommand.RemoveItem;
import io.cornershop.carts.CartEvent;
import io.cornershop.carts.CartEvent.CartCheckedOut;
import io.cornershop.carts.CartEvent.CartCreated;
import io.cornershop.carts.CartEvent.CartExpired;
import io.cornershop.carts.CartEvent.CartUpdated;
import io.cornershop.carts.CartEvent.ItemAddedToCart;
import io.cornershop.carts.CartEvent.ItemRemovedFromCart;
import io.cornershop.carts.CartLifetime;
import io.cornershop.carts.domain.Cart.CheckedOut;
import io.cornershop.carts.domain.Cart.Expired;
import io.cornershop.carts.domain.Cart.None;
import io.cornershop.carts.domain.Cart.Open;
import io.cornershop.carts.domain.Cart.Taken;
import io.cornershop.kernel.Decider;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** The rules of a cart. What may be in it, {@link CartLimits} says. */
public final class CartDecider implements Decider<CartCommand, Cart, CartEvent> {

  private final CartLifetime lifetime;

  public CartDecider(CartLifetime lifetime) {
    this.lifetime = lifetime;
  }

  @Override
  public Cart initial() {
    return new None();
  }

  @Override
  public List<CartEvent> decide(CartCommand command, Cart state) {
    return switch (command) {
      case CreateCart c -> create(c, state);
      case AddItem c -> add(c, open(c, state, c.at()));
      case ChangeQuantity c -> changeQuantity(c, open(c, state, c.at()));
      case RemoveItem c -> remove(c, open(c, state, c.at()));
      case CheckOut c -> checkOut(c, state);
      case ExpireCart c -> expire(c, state);
    };
  }

  @Override
  public Cart evolve(Cart state, CartEvent event) {
    return switch (event) {
      case CartCreated e -> new Open(e.cartId(), e.customerId(), Basket.EMPTY, e.createdAt());
      case ItemAddedToCart e -> changed(state, e.addedAt(), basket -> basket.with(lineOf(e)));
      case CartUpdated e ->
          changed(state, e.updatedAt(), basket -> basket.with(e.productId(), e.quantity()));
      case ItemRemovedFromCart e ->
          changed(state, e.removedAt(), basket -> basket.without(e.productId()));
      case CartCheckedOut e ->
          new CheckedOut(
              e.cartId(),
              e.customerId(),
              new Basket(e.items()),
              e.paymentMethod(),
              e.shippingAddress());
      case CartExpired e -> new Expired(e.cartId(), e.customerId());
    };
  }

  private static Cart changed(Cart state, Instant at, UnaryOperator<Basket> change) {
    return state instanceof Open open ? open.changed(change, at) : state;
  }

  private static LineItem lineOf(ItemAddedToCart e) {
    return LineItem.of(e.productId(), e.productName(), e.newQuantity(), e.unitPrice());
  }

  private Open open(CartCommand c, Cart state, Instant at) {
    return switch (state) {
      case None n -> throw new NotFound("cart", c.cartId());
      case Open o -> o.ifAliveAt(at, lifetime).orElseThrow(() -> expired(c));
      case CheckedOut o -> throw checkedOut(c);
      case Expired e -> throw expired(c);
    };
  }

  private static List<CartEvent> create(CreateCart c, Cart state) {
    return switch (state) {
      case None n -> List.of(new CartCreated(c.cartId(), c.customerId(), c.at()));
      case Taken t -> requireRepeat(c, t);
    };
  }

  private static List<CartEvent> requireRepeat(CreateCart c, Taken before) {
    if (!before.customerId().equals(c.customerId())) {
      throw Rejected.conflict("cart-already-exists", "Cart " + c.cartId() + " is taken");
    }
    return List.of();
  }

  private static List<CartEvent> add(AddItem c, Open cart) {
    Basket basket = cart.basket();
    int before = basket.find(c.productId()).map(LineItem::quantity).orElse(0);
    CartLimits.requireQuantity(c.quantity());
    CartLimits.requireQuantity(before + c.quantity());
    CartLimits.requireRoom(basket, c.productId(), c.unitPrice());
    int quantity = before + c.quantity();
    LineItem line = CartLimits.line(c.productId(), c.productName(), quantity, c.unitPrice());
    return List.of(
        new ItemAddedToCart(
            c.cartId(),
            cart.customerId(),
            c.productId(),
            c.productName(),
            c.quantity(),
            quantity,
            c.unitPrice(),
            CartLimits.total(basket.with(line), line.unitPrice().currency()),
            c.at()));
  }

  private static List<CartEvent> changeQuantity(ChangeQuantity c, Open cart) {
    CartLimits.requireQuantity(c.quantity());
    LineItem line =
        cart.basket()
            .find(c.productId())
            .orElseThrow(() -> new NotFound("item in the cart for product", c.productId()));
    if (line.quantity() == c.quantity()) {
      return List.of();
    }
    LineItem after =
        CartLimits.line(c.productId(), line.productName(), c.quantity(), line.unitPrice());
    return List.of(
        new CartUpdated(
            c.cartId(),
            cart.customerId(),
            c.productId(),
            c.quantity(),
            line.quantity(),
            CartLimits.total(cart.basket().with(after), line.unitPrice().currency()),
            c.at()));
  }

  private static List<CartEvent> remove(RemoveItem c, Open cart) {
    return cart.basket().find(c.productId()).stream()
        .<CartEvent>map(
            line ->
                new ItemRemovedFromCart(
                    c.cartId(),
                    cart.customerId(),
                    c.productId(),
                    line.quantity(),
                    cart.basket().without(c.productId()).totalIn(line.unitPrice().currency()),
                    c.at()))
        .toList();
  }

  private List<CartEvent> checkOut(CheckOut c, Cart state) {
    CartLimits.requireAddress(c.shippingAddress());
    return state instanceof CheckedOut before && before.isBy(c)
        ? List.of()
        : List.of(checkedOut(c, open(c, state, c.at())));
  }

  private static CartCheckedOut checkedOut(CheckOut c, Open cart) {
    List<LineItem> items = cart.basket().items();
    if (items.isEmpty()) {
      throw Rejected.conflict("cart-empty", "There is nothing in cart " + c.cartId());
    }
    Money total = cart.basket().totalIn(items.getFirst().unitPrice().currency());
    return new CartCheckedOut(
        c.cartId(),
        cart.customerId(),
        new OrderId(c.cartId().value()),
        items,
        total,
        c.paymentMethod(),
        c.shippingAddress(),
        c.at());
  }

  private List<CartEvent> expire(ExpireCart c, Cart state) {
    return state instanceof Open open && open.isOverAt(c.at(), lifetime)
        ? List.of(new CartExpired(c.cartId(), open.customerId(), open.basket().items(), c.at()))
        : List.of();
  }

  private static Rejected expired(CartCommand c) {
    return Rejected.conflict("cart-expired", "Cart " + c.cartId() + " has expired");
  }

  private static Rejected checkedOut(CartCommand c) {
    return Rejected.conflict("cart-checked-out", "Cart " + c.cartId() + " is checked out");
  }
}
