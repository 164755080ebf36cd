package io.cornershop.eventing.commands;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.METADATA;
import static io.cornershop.eventing.testing.CounterFixtures.NOON;
import static io.cornershop.shipments.ShipmentFixtures.CARRIER;
import static io.cornershop.shipments.ShipmentFixtures.DELIVERED;
import static io.cornershop.shipments.ShipmentFixtures.ORDER;
import static io.cornershop.shipments.ShipmentFixtures.PICKED_UP;
import static io.cornershop.shipments.ShipmentFixtures.PICKED_UP_AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.bootstrap.Domains;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.StaleVersion;
import io.cornershop.kernel.TrackingNumber;
import io.cornershop.kernel.Unavailable;
import io.cornershop.shipments.ShipmentEvent.ParcelScanned;
import io.cornershop.shipments.ShipmentEvent.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExternalEventsTest {

  private static final EventTypes TYPES = new EventTypes(Domains.all().all());
  private static final EventJson JSON =
      new EventJson(TYPES, PersonalDataCodec.PLAIN, Domains.upcasters());
  private static final StreamId PARCEL = new StreamId("Shipment", "JD014600003SE");
  private static final StreamId OTHER = new StreamId("Shipment", "other");
  private static final ParcelScanned OTHER_PICKED_UP =
      new ParcelScanned(ORDER, new TrackingNumber("other"), CARRIER, Scan.PICKED_UP, PICKED_UP_AT);

  private final EventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
  private final List<Commit> appended = new ArrayList<>();
  private final ExternalEvents events = on(store);

  private ExternalEvents on(EventStore used) {
    Envelopes envelopes = new Envelopes(TYPES, JSON, PersonalDataCodec.PLAIN, CLOCK);
    return new ExternalEvents(used, JSON, envelopes, appended::add);
  }

  private static Received received(int id, ParcelScanned scan) {
    return received(id, scan, Optional.empty());
  }

  private static Received received(int id, ParcelScanned scan, Optional<Instant> at) {
    StreamId stream = new StreamId("Shipment", scan.about().value());
    return new Received(new UUID(7, id), stream, scan, at);
  }

  private static Recorded recorded(int id, StreamId stream, long sequence, boolean repeated) {
    return new Recorded(new UUID(7, id), stream, sequence, repeated);
  }

  private List<Recorded> publish(Received... told) {
    return events.publish(List.of(told), METADATA);
  }

  private List<Recorded> appendAt(long expected, Received... told) {
    return events.append(PARCEL, List.of(told), OptionalLong.of(expected), METADATA);
  }

  private List<Commit> stored(StreamId stream) {
    return store.read(stream, 1, 100);
  }

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
    EventStore failing = new InterruptedStore(store, 2, ExternalEventsTest::failAtTheSecond);

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
