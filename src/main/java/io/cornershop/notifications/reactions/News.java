package io.cornershop.notifications.reactions;

import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.notifications.messages.Facts;
import io.cornershop.notifications.messages.Facts.Parcel;
import io.cornershop.notifications.messages.Facts.StockLeft;
import io.cornershop.notifications.messages.Subject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What there is to tell, whoever is told.
 *
 * @param customerId whom; the shop's staff when absent
 * @param orderId of what
 * @param items as far as the event names them
 */
record News(
    Subject subject,
    Optional<CustomerId> customerId,
    Optional<OrderId> orderId,
    List<LineItem> items,
    Optional<Money> amount,
    Optional<String> reason,
    Optional<Parcel> parcel,
    Optional<StockLeft> stock,
    Instant happenedAt) {

  News {
    items = List.copyOf(items);
  }

  static News ofOrder(Subject subject, OrderId order, CustomerId customer, Instant at) {
    return new News(
        subject,
        Optional.of(customer),
        Optional.of(order),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        at);
  }

  static News ofStock(Subject subject, StockLeft left, Instant at) {
    return new News(
        subject,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(left),
        at);
  }

  News of(List<LineItem> these) {
    return new News(subject, customerId, orderId, these, amount, reason, parcel, stock, happenedAt);
  }

  News over(Money total) {
    return new News(
        subject, customerId, orderId, items, Optional.of(total), reason, parcel, stock, happenedAt);
  }

  News because(String why) {
    return new News(
        subject, customerId, orderId, items, amount, Optional.of(why), parcel, stock, happenedAt);
  }

  News in(Parcel sent) {
    return new News(
        subject, customerId, orderId, items, amount, reason, Optional.of(sent), stock, happenedAt);
  }

  /** The same for a template. */
  Facts to(String name, Optional<URI> unsubscribe) {
    return new Facts(
        name,
        orderId.map(OrderId::value),
        items,
        amount,
        reason,
        parcel,
        stock,
        happenedAt,
        unsubscribe);
  }
}
