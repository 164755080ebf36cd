package io.cornershop.shipments.domain;

import static io.cornershop.shipments.ShipmentFixtures.CARRIER;
import static io.cornershop.shipments.ShipmentFixtures.DELIVERED;
import static io.cornershop.shipments.ShipmentFixtures.DELIVERED_AT;
import static io.cornershop.shipments.ShipmentFixtures.ORDER;
import static io.cornershop.shipments.ShipmentFixtures.PARCEL;
import static io.cornershop.shipments.ShipmentFixtures.PICKED_UP;
import static io.cornershop.shipments.ShipmentFixtures.PICKED_UP_AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.shipments.ShipmentEvent;
import io.cornershop.shipments.ShipmentEvent.Scan;
import io.cornershop.shipments.domain.Shipment.None;
import io.cornershop.shipments.domain.Shipment.Scanned;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShipmentDeciderTest {

  private final ShipmentDecider decider = new ShipmentDecider();

  private Shipment after(ShipmentEvent... scans) {
    Shipment state = decider.initial();
    for (ShipmentEvent scan : scans) {
      state = decider.evolve(state, scan);
    }
    return state;
  }

  @Test
  void nobody_has_heard_of_a_parcel_without_a_scan() {
    assertThat(after()).isEqualTo(new None());
  }

  @Test
  void a_parcel_is_where_its_carrier_said_last() {
    assertThat(after(PICKED_UP, DELIVERED))
        .isEqualTo(new Scanned(PARCEL, ORDER, CARRIER, Scan.DELIVERED, DELIVERED_AT));
    assertThat(after(DELIVERED, PICKED_UP))
        .isEqualTo(new Scanned(PARCEL, ORDER, CARRIER, Scan.PICKED_UP, PICKED_UP_AT));
  }
}
