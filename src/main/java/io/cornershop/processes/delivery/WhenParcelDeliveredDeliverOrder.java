package io.cornershop.processes.delivery;

import io.cornershop.eventing.sagas.Reaction;
import io.cornershop.kernel.Command;
import io.cornershop.orders.OrderCommand.DeliverOrder;
import io.cornershop.shipments.ShipmentEvent.ParcelScanned;
import io.cornershop.shipments.ShipmentEvent.Scan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * The carrier has handed a parcel over, so the customer has the order. A scan of an order that is
 * not on its way, or not any more, is the carrier's mistake and changes nothing; one of an order
 * that the shop does not know has to be seen by somebody.
 */
@ApplicationScoped
public class WhenParcelDeliveredDeliverOrder implements Reaction<ParcelScanned> {

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
    return event.scan() == Scan.DELIVERED
        ? List.of(new DeliverOrder(event.orderId(), event.at()))
        : List.of();
  }

  @Override
  public Set<String> finalRefusals() {
    return Set.of("order-not-deliverable");
  }
}
