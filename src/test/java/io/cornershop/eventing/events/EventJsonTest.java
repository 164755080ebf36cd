package io.cornershop.eventing.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cornershop.eventing.events.GuestEvent.Arrived;
import io.cornershop.eventing.events.GuestEvent.Home;
import io.cornershop.eventing.events.GuestEvent.Left;
import io.cornershop.eventing.testing.BackwardsCodec;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.eventing.testing.CounterId;
import io.cornershop.kernel.DomainEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventJsonTest {

  private static final EventTypes TYPES = new EventTypes(List.of(GuestEvent.aggregate()));
  private static final EventJson PLAIN = jsonWith(PersonalDataCodec.PLAIN);
  private static final EventJson CODED = jsonWith(new BackwardsCodec());

  private static EventJson jsonWith(PersonalDataCodec codec) {
    Upcaster toTwo =
        new Upcaster(
            new EventType("GuestArrived", 1),
            data -> {
              data.set("name", data.remove("fullName"));
              return data;
            });
    Upcaster toThree =
        new Upcaster(new EventType("GuestArrived", 2), data -> data.put("nights", 1));
    return new EventJson(TYPES, codec, List.of(toThree, toTwo));
  }

  private static EventEnvelope envelope(String type, int version, String data) {
    return new EventEnvelope(
        new UUID(0, 1),
        new EventType(type, version),
        new StreamId("Guest", "guest-1"),
        1,
        CounterFixtures.NOON,
        data,
        CounterFixtures.METADATA,
        OptionalLong.empty());
  }

  private static DomainEvent decode(String type, int version, String data) {
    return PLAIN.decode(envelope(type, version, data));
  }

  @Test
  void writes_an_event_in_the_order_of_its_components_and_reads_it_back() {
    String data = PLAIN.encode(GuestEvent.arrived());

    assertThat(data)
        .isEqualTo(
            "{\"guestId\":\"guest-1\",\"name\":\"Zoë \\\"Z\\\" O'Neill\",\"email\":\"zoe@example.org\""
                + ",\"aliases\":[\"Z\",\"Zed\"],\"home\":{\"street\":\"1 Main St\",\"country\":\"NL\"}"
                + ",\"contacts\":[{\"name\":\"Ann\",\"homes\":[{\"street\":\"2 High St\",\"country\":\"GB\"}"
                + ",{\"street\":\"3 Low St\",\"country\":\"FR\"}]},{\"name\":\"Bob\",\"homes\":[]}]"
                + ",\"secondHome\":{\"street\":\"4 Far St\",\"country\":\"ES\"}"
                + ",\"deposit\":{\"amount\":\"10.10\",\"currency\":\"EUR\"},\"nights\":2"
                + ",\"arrivedAt\":\"2026-11-05T12:00:00.250Z\"}");
    assertThat(decode("GuestArrived", 3, data)).isEqualTo(GuestEvent.arrived());
  }

  @Test
  void leaves_out_what_is_absent() {
    Arrived full = GuestEvent.arrived();
    Arrived sparse =
        new Arrived(
            full.guestId(),
            full.name(),
            Optional.empty(),
            List.of(),
            full.home(),
            List.of(),
            Optional.empty(),
            full.deposit(),
            full.nights(),
            full.arrivedAt());

    assertThat(PLAIN.encode(sparse)).doesNotContain("email", "secondHome", "null");
    assertThat(decode("GuestArrived", 3, PLAIN.encode(sparse))).isEqualTo(sparse);
    assertThat(CODED.decode(envelope("GuestArrived", 3, CODED.encode(sparse)))).isEqualTo(sparse);
  }

  @Test
  void passes_every_personal_text_through_the_codec_and_nothing_else() {
    String data = CODED.encode(GuestEvent.arrived());

    assertThat(data)
        .isEqualTo(
            "{\"guestId\":\"guest-1\",\"name\":\"guest-1:llieN'O \\\"Z\\\" ëoZ\""
                + ",\"email\":\"guest-1:gro.elpmaxe@eoz\""
                + ",\"aliases\":[\"guest-1:Z\",\"guest-1:deZ\"]"
                + ",\"home\":{\"street\":\"guest-1:tS niaM 1\",\"country\":\"NL\"}"
                + ",\"contacts\":[{\"name\":\"guest-1:nnA\",\"homes\":["
                + "{\"street\":\"guest-1:tS hgiH 2\",\"country\":\"GB\"}"
                + ",{\"street\":\"guest-1:tS woL 3\",\"country\":\"FR\"}]}"
                + ",{\"name\":\"guest-1:boB\",\"homes\":[]}]"
                + ",\"secondHome\":{\"street\":\"guest-1:tS raF 4\",\"country\":\"ES\"}"
                + ",\"deposit\":{\"amount\":\"10.10\",\"currency\":\"EUR\"},\"nights\":2"
                + ",\"arrivedAt\":\"2026-11-05T12:00:00.250Z\"}");
    assertThat(CODED.decode(envelope("GuestArrived", 3, data))).isEqualTo(GuestEvent.arrived());
    assertThat(CODED.encode(new Left(new CounterId("guest-1"))))
        .isEqualTo("{\"guestId\":\"guest-1\"}");
  }

  @Test
  void lifts_older_versions_one_after_the_other() {
    Arrived full = GuestEvent.arrived();
    String second = PLAIN.encode(full).replace("\"nights\":2,", "");
    String first = second.replace("\"name\":\"Zoë", "\"fullName\":\"Zoë");

    DomainEvent lifted = decode("GuestArrived", 1, first);

    assertThat(lifted).isEqualTo(decode("GuestArrived", 2, second));
    assertThat(((Arrived) lifted).nights()).isEqualTo(1);
    assertThat(((Arrived) lifted).name()).isEqualTo(full.name());
  }

  @Test
  void passes_over_fields_that_a_newer_build_has_added() {
    assertThat(decode("GuestLeft", 1, "{\"guestId\":\"guest-1\",\"mood\":{\"good\":true}}"))
        .isEqualTo(new Left(new CounterId("guest-1")));
  }

  @Test
  void says_that_an_unknown_type_or_version_needs_a_newer_build() {
    for (EventEnvelope unknown :
        List.of(envelope("GuestSang", 1, "{}"), envelope("GuestLeft", 2, "{}"))) {
      UnreadableEvent unreadable =
          catchThrowableOfType(UnreadableEvent.class, () -> PLAIN.decode(unknown));
      assertThat(unreadable.newerThanThisBuild()).isTrue();
      assertThat(unreadable).hasMessage(unknown.type() + " is not known to this build");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{",
        "{}x",
        "{\"guestId\":\"not an id\"}",
        "{\"guestId\":7}",
        "{\"guestId\":{}}",
        "{\"guestId\":null}",
        "{}",
        "{\"guestId\":\"a\",\"guestId\":\"b\"}"
      })
  void says_that_malformed_data_cannot_be_decoded(String data) {
    UnreadableEvent unreadable =
        catchThrowableOfType(UnreadableEvent.class, () -> decode("GuestLeft", 1, data));

    assertThat(unreadable).hasMessage("GuestLeft v1 Guest/guest-1 sequence 1 cannot be decoded");
    assertThat(unreadable.newerThanThisBuild()).isFalse();
  }

  @Test
  void says_that_an_old_version_without_an_upcaster_cannot_be_decoded() {
    EventJson without = new EventJson(TYPES, PersonalDataCodec.PLAIN, List.of());

    assertThatThrownBy(() -> without.decode(envelope("GuestArrived", 1, "{}")))
        .isInstanceOf(UnreadableEvent.class)
        .hasRootCauseMessage("There is no upcaster from GuestArrived v1");
  }

  @Test
  void knows_no_event_of_another_family() {
    record Stranger(Home home) implements DomainEvent {}

    assertThatThrownBy(() -> TYPES.of(Stranger.class)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void who_may_not_see_people_reads_by_the_same_one_each_time() {
    assertThat(CODED.sealed()).isSameAs(CODED.sealed()).isNotSameAs(CODED);
  }
}
