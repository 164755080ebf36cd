package io.cornershop.processes.delivery;

import io.cornershop.eventing.sagas.Reaction;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.Identifier;
import io.cornershop.orders.OrderCommand.DeliverOrder;
import io.cornershop.shipments.ShipmentEvent.ParcelScanned;
import io.cornershop.shipments.ShipmentEvent.Scan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The carrier has handed a parcel over, so the customer has the order, since the time that the
 * carrier says, or since now if its clock is ahead. A scan of an order that is not on its way any
 * more is the carrier's mistake and changes nothing; one of an order that nobody has shipped, or
 * that the shop does not know, has to be seen by somebody.
 */
@ApplicationScoped
public class WhenParcelDeliveredDeliverOrder implements Reaction<ParcelScanned> {

  private final Clock clock;

  /** For the CDI proxy. */
  protected WhenParcelDeliveredDeliverOrder() {
    this(null);
  }

  @Inject
  public WhenParcelDeliveredDeliverOrder(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "when-parcel-delivered-deliver-order";
  }

  @Override
  public Class<ParcelScanned> event() {
    return ParcelScanned.class;
  }

  @Override
  public List<Command> react(ParcelScanned event) {
    if (event.scan() != Scan.DELIVERED) {
      return List.of();
    }
    Instant at = Collections.min(List.of(event.at(), clock.instant()));
    return List.of(new DeliverOrder(event.orderId(), at));
  }

  /**
   * A parcel that was handed over takes the turn of the order that it names: when there is no such
   * order, only the letters of that order wait, and not the other scans of the parcel. All other
   * scans ask for nothing and wait for nobody.
   */
  @Override
  public Optional<Identifier> subject(ParcelScanned event) {
    return event.scan() == Scan.DELIVERED ? Optional.of(event.orderId()) : Optional.empty();
  }

  @Override
  public Set<String> finalRefusals() {
    return Set.of("order-not-deliverable");
  }
}
