package io.cornershop.shipments.domain;

import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.TrackingNumber;
import io.cornershop.shipments.ShipmentEvent.Scan;
import java.time.Instant;

/**
 * A parcel is heard of with its first scan, and is from then on where its carrier said last: {@code
 * None → Scanned}.
 */
public sealed interface Shipment {

  /** Not heard of yet. */
  record None() implements Shipment {}

  /**
   * Seen at least once.
   *
   * @param scan the one that was told last
   * @param at by the carrier's clock
   */
  record Scanned(
      TrackingNumber trackingNumber, OrderId orderId, String carrier, Scan scan, Instant at)
      implements Shipment {}
}
