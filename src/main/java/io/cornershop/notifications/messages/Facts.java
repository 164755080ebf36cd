package io.cornershop.notifications.messages;

import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a template can speak of. Texts come from people and are not escaped here.
 *
 * @param recipientName how the person is called
 * @param orderId absent in messages about stock
 * @param items what was ordered, cancelled or comes back
 * @param amount the total, what was paid, or what is given back
 * @param reason why an order was cancelled or returned, or a payment failed
 * @param parcel of a shipped order
 * @param stock of messages to the shop's staff
 * @param happenedAt when, by the event
 * @param unsubscribe where one click ends messages of this kind
 */
public record Facts(
    String recipientName,
    Optional<String> orderId,
    List<LineItem> items,
    Optional<Money> amount,
    Optional<String> reason,
    Optional<Parcel> parcel,
    Optional<StockLeft> stock,
    Instant happenedAt,
    Optional<URI> unsubscribe) {

  /** A parcel under way. */
  public record Parcel(String carrier, String trackingNumber) {}

  /**
   * What is left of a product.
   *
   * @param threshold below which it is low; absent when nothing is left
   */
  public record StockLeft(String productId, int available, OptionalInt threshold) {}

  public Facts {
    items = List.copyOf(items);
  }
}
