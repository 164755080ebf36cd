package io.cornershop.shipments.domain;

import io.cornershop.kernel.Decider;
import io.cornershop.kernel.NoCommand;
import io.cornershop.shipments.ShipmentEvent;
import io.cornershop.shipments.ShipmentEvent.ParcelScanned;
import io.cornershop.shipments.domain.Shipment.None;
import io.cornershop.shipments.domain.Shipment.Scanned;
import java.util.List;

/** Follows a parcel by its scans. Decides nothing: carriers say what has happened. */
public final class ShipmentDecider implements Decider<NoCommand, Shipment, ShipmentEvent> {

  @Override
  public Shipment initial() {
    return new None();
  }

  @Override
  public List<ShipmentEvent> decide(NoCommand command, Shipment state) {
    return List.of();
  }

  @Override
  public Shipment evolve(Shipment state, ShipmentEvent event) {
    return switch (event) {
      case ParcelScanned e ->
          new Scanned(e.trackingNumber(), e.orderId(), e.carrier(), e.scan(), e.at());
    };
  }
}
