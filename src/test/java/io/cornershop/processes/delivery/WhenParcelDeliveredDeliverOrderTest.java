package io.cornershop.processes.delivery;

import static io.cornershop.shipments.ShipmentFixtures.DELIVERED;
import static io.cornershop.shipments.ShipmentFixtures.PICKED_UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.orders.OrderCommand.DeliverOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhenParcelDeliveredDeliverOrderTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final WhenParcelDeliveredDeliverOrder reaction = reactionAt(DELIVERED.at().plus(HOUR));

  private static WhenParcelDeliveredDeliverOrder reactionAt(Instant now) {
    return new WhenParcelDeliveredDeliverOrder(Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void delivers_the_order_of_a_parcel_that_was_handed_over() {
    assertThat(reaction.react(DELIVERED))
        .containsExactly(new DeliverOrder(DELIVERED.orderId(), DELIVERED.at()));
  }

  @Test
  void delivers_it_now_when_the_carrier_s_clock_is_ahead() {
    Instant now = DELIVERED.at().minus(HOUR);

    assertThat(reactionAt(now).react(DELIVERED))
        .containsExactly(new DeliverOrder(DELIVERED.orderId(), now));
  }

  @Test
  void asks_for_nothing_while_the_parcel_is_on_its_way() {
    assertThat(reaction.react(PICKED_UP)).isEmpty();
  }

  @Test
  void a_parcel_that_was_handed_over_takes_the_turn_of_its_order_and_holds_no_other_scan() {
    assertThat(reaction.subject(DELIVERED)).contains(DELIVERED.orderId());
    assertThat(reaction.subject(PICKED_UP)).isEmpty();
  }

  @Test
  void takes_an_order_that_is_not_on_its_way_for_an_end() {
    assertThat(reaction.finalRefusals()).isEqualTo(Set.of("order-not-deliverable"));
  }
}
