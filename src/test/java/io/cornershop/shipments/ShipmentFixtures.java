package io.cornershop.shipments;

import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.TrackingNumber;
import io.cornershop.shipments.ShipmentEvent.ParcelScanned;
import io.cornershop.shipments.ShipmentEvent.Scan;
import java.time.Instant;

/** The way of one parcel. */
public final class ShipmentFixtures {

  public static final OrderId ORDER = new OrderId("order-4711");
  public static final TrackingNumber PARCEL = new TrackingNumber("JD014600003SE");
  public static final String CARRIER = "Parcel Express";

  public static final Instant PICKED_UP_AT = Instant.parse("2026-03-10T16:20:00Z");
  public static final Instant DELIVERED_AT = Instant.parse("2026-03-11T10:05:30Z");

  public static final ParcelScanned PICKED_UP =
      new ParcelScanned(ORDER, PARCEL, CARRIER, Scan.PICKED_UP, PICKED_UP_AT);
  public static final ParcelScanned DELIVERED =
      new ParcelScanned(ORDER, PARCEL, CARRIER, Scan.DELIVERED, DELIVERED_AT);

  private ShipmentFixtures() {}
}
