package io.cornershop.notifications.templates;

import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import io.cornershop.notifications.messages.Facts;
import io.cornershop.notifications.messages.Subject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What somebody made up, to look at templates with. */
public final class SampleFacts {

  private static final URI UNSUBSCRIBE =
      URI.create("https://shop.example/unsubscribe?token=a-token");

  private SampleFacts() {}

  /** Facts of every kind that {@code subject} can speak of. */
  public static Facts of(Subject subject) {
    return subject.isForStaff() ? ofStock(subject == Subject.LOW_STOCK) : ofOrder(subject);
  }

  private static Facts ofOrder(Subject subject) {
    return new Facts(
        "Ada Lovelace",
        Optional.of("01a21444-5e28-7416-b5ea-eefc3437143a"),
        items(),
        Optional.of(Money.of("1247.40", "EUR")),
        reason(subject),
        Optional.of(new Facts.Parcel("La Poste", "6A12345678901")),
        Optional.empty(),
        Instant.parse("2026-11-26T14:05:00Z"),
        Optional.of(UNSUBSCRIBE).filter(link -> !subject.mandatory()));
  }

  private static Facts ofStock(boolean someLeft) {
    return new Facts(
        "CornerShop",
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new Facts.StockLeft(
                "coffee-1kg",
                someLeft ? 7 : 0,
                someLeft ? OptionalInt.of(10) : OptionalInt.empty())),
        Instant.parse("2026-11-26T14:05:00Z"),
        Optional.empty());
  }

  private static List<LineItem> items() {
    return List.of(
        item("coffee-1kg", "Coffee beans, 1 kg", 2, "24.20"),
        item("espresso-machine", "Espresso machine “Città”", 1, "1199.00"));
  }

  private static LineItem item(String id, String name, int quantity, String price) {
    return LineItem.of(new ProductId(id), name, quantity, Money.of(price, "EUR"));
  }

  private static Optional<String> reason(Subject subject) {
    return switch (subject) {
      case ORDER_CANCELLED -> Optional.of("customer-request");
      case ORDER_RETURNED -> Optional.of("Too loud in the morning");
      case PAYMENT_FAILED -> Optional.of("card-declined");
      case ORDER_CREATED,
          ORDER_CONFIRMED,
          PAYMENT_COMPLETED,
          PAYMENT_REFUNDED,
          ORDER_SHIPPED,
          ORDER_DELIVERED,
          LOW_STOCK,
          OUT_OF_STOCK ->
          Optional.empty();
    };
  }
}
