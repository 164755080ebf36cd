package io.cornershop.processes.delivery;

import static io.cornershop.shipments.ShipmentFixtures.DELIVERED;
import static io.cornershop.shipments.ShipmentFixtures.PICKED_UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.orders.OrderCommand.DeliverOrder;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhenParcelDeliveredDeliverOrderTest {

  private final WhenParcelDeliveredDeliverOrder reaction = new WhenParcelDeliveredDeliverOrder();

  @Test
  void delivers_the_order_of_a_parcel_that_was_handed_over() {
    assertThat(reaction.react(DELIVERED))
        .containsExactly(new DeliverOrder(DELIVERED.orderId(), DELIVERED.at()));
  }

  @Test
  void asks_for_nothing_while_the_parcel_is_on_its_way() {
    assertThat(reaction.react(PICKED_UP)).isEmpty();
  }

  @Test
  void takes_an_order_that_is_not_on_its_way_for_an_end() {
    assertThat(reaction.finalRefusals()).isEqualTo(Set.of("order-not-deliverable"));
  }
}
