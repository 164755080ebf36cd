package io.cornershop.carts.views;

import io.cornershop.eventing.projections.InstantColumn;
import io.cornershop.eventing.projections.MoneyColumn;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import jakarta.nosql.Column;
import jakarta.nosql.Convert;
import jakarta.nosql.Embeddable;
import jakarta.nosql.Embeddable.EmbeddableType;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cart as its customer sees it.
 *
 * @param status {@value #OPEN}, {@value #CHECKED_OUT} or {@value #EXPIRED}
 * @param totalAmount empty until the first item gives the cart a currency
 * @param orderId of the order that came of it
 * @param sequence of the cart that the row includes
 */
@Entity(CartViewProjection.NAME)
public record CartView(
    @Id String cartId,
    @Column String customerId,
    @Column String status,
    @Column List<CartItem> items,
    @Column @Convert(MoneyColumn.class) Optional<Money> totalAmount,
    @Column Optional<String> orderId,
    @Column @Convert(InstantColumn.class) Instant createdAt,
    @Column @Convert(InstantColumn.class) Instant lastActivityAt,
    @Column long sequence) {

  public static final String OPEN = "Open";
  public static final String CHECKED_OUT = "CheckedOut";
  public static final String EXPIRED = "Expired";

  /** A line of the cart. */
  @Embeddable(EmbeddableType.GROUPING)
  public record CartItem(
      @Column String productId,
      @Column String productName,
      @Column int quantity,
      @Column @Convert(MoneyColumn.class) Money unitPrice,
      @Column @Convert(MoneyColumn.class) Money totalPrice) {

    static CartItem of(LineItem item) {
      return new CartItem(
          item.productId().value(),
          item.productName(),
          item.quantity(),
          item.unitPrice(),
          item.totalPrice());
    }

    CartItem times(int newQuantity) {
      return new CartItem(
          productId, productName, newQuantity, unitPrice, unitPrice.times(newQuantity));
    }
  }

  /** What every change changes. */
  record Change(List<CartItem> items, Money totalAmount, Instant at, long sequence) {}

  CartView changed(Change change) {
    return new CartView(
        cartId,
        customerId,
        status,
        change.items(),
        Optional.of(change.totalAmount()),
        orderId,
        createdAt,
        change.at(),
        change.sequence());
  }

  /** In a stage that takes no more changes. */
  CartView ended(String newStatus, Optional<String> newOrderId, long newSequence) {
    return new CartView(
        cartId,
        customerId,
        newStatus,
        items,
        totalAmount,
        newOrderId,
        createdAt,
        lastActivityAt,
        newSequence);
  }

  /** The items with this one, in its old place if there is one. */
  List<CartItem> itemsWith(CartItem item) {
    return items.stream().noneMatch(i -> i.productId().equals(item.productId()))
        ? Stream.concat(items.stream(), Stream.of(item)).toList()
        : items.stream().map(i -> i.productId().equals(item.productId()) ? item : i).toList();
  }

  List<CartItem> itemsWith(String productId, int quantity) {
    return items.stream()
        .map(item -> item.productId().equals(productId) ? item.times(quantity) : item)
        .toList();
  }

  List<CartItem> itemsWithout(String productId) {
    return items.stream().filter(item -> !item.productId().equals(productId)).toList();
  }
}
