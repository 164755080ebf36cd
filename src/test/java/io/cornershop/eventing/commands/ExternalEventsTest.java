package io.cornershop.eventing.commands;

import static io.cornershop.eventing.testing.CounterFixtures.METADATA;
import static io.cornershop.eventing.testing.CounterFixtures.NOON;
import static io.cornershop.shipments.ShipmentFixtures.DELIVERED;
import static io.cornershop.shipments.ShipmentFixtures.PICKED_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.store.Commit;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.StaleVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExternalEventsTest extends ReceivedEvents {

  @Test
  void an_event_is_stored_under_the_producers_id_as_any_other() {
    assertThat(publish(received(1, DELIVERED))).isEqualTo(List.of(recorded(1, PARCEL, 1, false)));

    assertThat(stored(PARCEL).getFirst().events())
        .isEqualTo(
            List.of(
                new EventEnvelope(
                    new UUID(7, 1),
                    new EventType("ParcelScanned", 1),
                    PARCEL,
                    1,
                    NOON,
                    JSON.encode(DELIVERED),
                    METADATA,
                    OptionalLong.empty())));
  }

  @Test
  void its_commit_wakes_the_relay() {
    publish(received(1, DELIVERED));

    assertThat(appended).isEqualTo(stored(PARCEL));
  }

  @Test
  void events_of_one_stream_that_come_together_are_one_commit() {
    assertThat(
            publish(received(1, PICKED_UP), received(2, OTHER_PICKED_UP), received(3, DELIVERED)))
        .isEqualTo(
            List.of(
                recorded(1, PARCEL, 1, false),
                recorded(2, OTHER, 1, false),
                recorded(3, PARCEL, 2, false)));
    assertThat(stored(PARCEL)).hasSize(1);
    assertThat(stored(OTHER)).hasSize(1);
  }

  @Test
  void a_repeated_event_keeps_its_first_place_and_wakes_the_relay_again() {
    publish(received(1, PICKED_UP));
    publish(received(2, DELIVERED));

    assertThat(publish(received(1, PICKED_UP))).isEqualTo(List.of(recorded(1, PARCEL, 1, true)));

    assertThat(stored(PARCEL)).hasSize(2);
    assertThat(appended).hasSize(3).endsWith(stored(PARCEL).getFirst());
  }

  @Test
  void of_a_list_only_what_is_new_is_stored() {
    publish(received(1, PICKED_UP));

    assertThat(publish(received(2, DELIVERED), received(1, PICKED_UP)))
        .isEqualTo(List.of(recorded(2, PARCEL, 2, false), recorded(1, PARCEL, 1, true)));
  }

  @Test
  void an_id_that_was_used_for_another_event_is_refused_before_anything_is_stored() {
    publish(received(1, PICKED_UP));

    assertThatThrownBy(() -> publish(received(2, OTHER_PICKED_UP), received(1, DELIVERED)))
        .isInstanceOfSatisfying(
            Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("event-id-reused"));
    assertThatThrownBy(() -> publish(received(1, OTHER_PICKED_UP))).isInstanceOf(Rejected.class);
    assertThat(stored(OTHER)).isEmpty();
    assertThat(stored(PARCEL)).hasSize(1);
  }

  @Test
  void who_insists_on_a_sequence_is_refused_at_another() {
    appendAt(0, received(1, PICKED_UP));

    assertThatThrownBy(() -> appendAt(0, received(2, DELIVERED)))
        .isInstanceOf(StaleVersion.class)
        .hasMessage("Expected sequence 0, but it is 1");
    assertThat(appendAt(1, received(2, DELIVERED)))
        .isEqualTo(List.of(recorded(2, PARCEL, 2, false)));
  }

  @Test
  void a_repeat_is_answered_whatever_sequence_it_insists_on() {
    appendAt(0, received(1, PICKED_UP));
    publish(received(2, DELIVERED));

    assertThat(appendAt(0, received(1, PICKED_UP)))
        .isEqualTo(List.of(recorded(1, PARCEL, 1, true)));
  }

  @Test
  void its_time_is_the_producers_but_never_before_the_last_event_nor_after_now() {
    publish(received(1, PICKED_UP, Optional.of(NOON.minusSeconds(60))));
    publish(received(2, DELIVERED, Optional.of(NOON.minusSeconds(90))));
    publish(received(3, DELIVERED, Optional.of(NOON.plusSeconds(30))));

    assertThat(stored(PARCEL))
        .flatExtracting(Commit::events)
        .extracting(EventEnvelope::timestamp)
        .containsExactly(NOON.minusSeconds(60), NOON.minusSeconds(60), NOON);
  }

  @Test
  void the_end_of_a_long_stream_is_found() {
    for (int id = 1; id <= 230; id++) {
      publish(received(id, PICKED_UP));
    }
    publish(received(1_000, OTHER_PICKED_UP));

    assertThat(on(store).publish(List.of(received(231, DELIVERED)), METADATA))
        .isEqualTo(List.of(recorded(231, PARCEL, 231, false)));
  }
}
