package io.cornershop.eventing.commands;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.METADATA;
import static io.cornershop.shipments.ShipmentFixtures.CARRIER;
import static io.cornershop.shipments.ShipmentFixtures.ORDER;
import static io.cornershop.shipments.ShipmentFixtures.PICKED_UP_AT;
import static io.cornershop.testing.WholeShop.envelopesBy;

import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.kernel.TrackingNumber;
import io.cornershop.shipments.ShipmentEvent.ParcelScanned;
import io.cornershop.shipments.ShipmentEvent.Scan;
import io.cornershop.testing.WholeShop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Parcels of which outside producers tell. */
abstract class ReceivedEvents {

  static final EventTypes TYPES = WholeShop.TYPES;
  static final EventJson JSON = WholeShop.JSON;
  static final StreamId PARCEL = new StreamId("Shipment", "JD014600003SE");
  static final StreamId OTHER = new StreamId("Shipment", "other");
  static final ParcelScanned OTHER_PICKED_UP =
      new ParcelScanned(ORDER, new TrackingNumber("other"), CARRIER, Scan.PICKED_UP, PICKED_UP_AT);

  final EventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
  final List<Commit> appended = new ArrayList<>();
  final ExternalEvents events = on(store);

  ExternalEvents on(EventStore used) {
    Envelopes envelopes = envelopesBy(CLOCK);
    return new ExternalEvents(used, JSON, envelopes, appended::add);
  }

  static Received received(int id, ParcelScanned scan) {
    return received(id, scan, Optional.empty());
  }

  static Received received(int id, ParcelScanned scan, Optional<Instant> at) {
    StreamId stream = new StreamId("Shipment", scan.about().value());
    return new Received(new UUID(7, id), stream, scan, at);
  }

  static Recorded recorded(int id, StreamId stream, long sequence, boolean repeated) {
    return new Recorded(new UUID(7, id), stream, sequence, repeated);
  }

  List<Recorded> publish(Received... told) {
    return events.publish(List.of(told), METADATA);
  }

  List<Recorded> appendAt(long expected, Received... told) {
    return events.append(PARCEL, List.of(told), OptionalLong.of(expected), METADATA);
  }

  List<Commit> stored(StreamId stream) {
    return store.read(stream, 1, 100);
  }
}
