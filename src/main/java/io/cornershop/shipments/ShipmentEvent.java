package io.cornershop.shipments;

import io.cornershop.kernel.ExternalEvent;
import io.cornershop.kernel.OneLine;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.TrackingNumber;
import io.cornershop.kernel.WireName;
import java.time.Instant;

/** What carriers say about a parcel. */
public sealed interface ShipmentEvent extends ExternalEvent {

  /** Where a parcel was seen. */
  enum Scan {
    PICKED_UP,
    IN_TRANSIT,
    DELIVERED,
    RETURNED
  }

  TrackingNumber trackingNumber();

  @Override
  default TrackingNumber about() {
    return trackingNumber();
  }

  /**
   * The carrier has seen the parcel.
   *
   * @param at by the carrier's clock
   */
  @WireName("ParcelScanned")
  record ParcelScanned(
      OrderId orderId,
      TrackingNumber trackingNumber,
      @OneLine(maxLength = 100) String carrier,
      Scan scan,
      Instant at)
      implements ShipmentEvent {}
}
