package io.cornershop.eventing.commands;

import static io.cornershop.eventing.testing.CounterFixtures.METADATA;
import static io.cornershop.shipments.ShipmentFixtures.DELIVERED;
import static io.cornershop.shipments.ShipmentFixtures.PICKED_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.store.EventStore;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Outside producers, while others write and the store fails. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExternalEventsRacesTest extends ReceivedEvents {

  @Test
  void another_writer_that_is_first_changes_the_place_and_nothing_else() {
    EventStore overtaken =
        new InterruptedStore(store, 3, n -> publish(received(100 + n, PICKED_UP)));

    assertThat(on(overtaken).publish(List.of(received(1, DELIVERED)), METADATA))
        .isEqualTo(List.of(recorded(1, PARCEL, 4, false)));
  }

  @Test
  void the_same_event_on_another_node_at_the_same_moment_is_stored_once() {
    EventStore overtaken = new InterruptedStore(store, 1, n -> publish(received(1, DELIVERED)));

    assertThat(on(overtaken).publish(List.of(received(1, DELIVERED)), METADATA))
        .isEqualTo(List.of(recorded(1, PARCEL, 1, true)));
    assertThat(stored(PARCEL)).hasSize(1);
  }

  @Test
  void one_who_is_never_first_is_told_to_come_again() {
    EventStore overtaken =
        new InterruptedStore(store, 1_000, n -> publish(received(100 + n, PICKED_UP)));

    assertThatThrownBy(
            () ->
                on(overtaken)
                    .append(
                        PARCEL, List.of(received(1, DELIVERED)), OptionalLong.empty(), METADATA))
        .isInstanceOf(Unavailable.class)
        .hasMessage("Shipment/JD014600003SE is very busy");
  }

  @Test
  void an_outage_in_the_middle_says_how_far_it_came_and_a_repeat_completes_it() {
    List<Received> all =
        List.of(received(1, PICKED_UP), received(2, OTHER_PICKED_UP), received(3, DELIVERED));
    EventStore failing = new InterruptedStore(store, 2, ExternalEventsRacesTest::failAtTheSecond);

    assertThatThrownBy(() -> on(failing).publish(all, METADATA))
        .isInstanceOf(Unavailable.class)
        .hasMessage("2 of 3 events are stored, the others not yet: repeat the same request");

    assertThat(events.publish(all, METADATA))
        .isEqualTo(
            List.of(
                recorded(1, PARCEL, 1, true),
                recorded(2, OTHER, 1, false),
                recorded(3, PARCEL, 2, true)));
  }

  private static void failAtTheSecond(int appendNumber) {
    if (appendNumber == 2) {
      throw new Unavailable("The database does not answer", Duration.ofSeconds(1), null);
    }
  }
}
