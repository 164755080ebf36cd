package io.cornershop.eventing.api.external;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.NOON;
import static io.cornershop.shipments.ShipmentFixtures.DELIVERED;
import static io.cornershop.testing.WholeShop.JSON;
import static io.cornershop.testing.WholeShop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cornershop.eventing.commands.Received;
import io.cornershop.eventing.events.EventSchemas;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.json.Json;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.TooLarge;
import io.cornershop.rest.problems.FieldError;
import io.cornershop.rest.problems.MalformedBody;
import io.cornershop.security.Forbidden;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExternalInboxTest {

  private static final ExternalInbox INBOX =
      new ExternalInbox(TYPES, new EventSchemas(TYPES), JSON, CLOCK);

  private static final UUID ID = UUID.fromString("01a21444-5e28-7416-b5ea-eefc3437143a");
  private static final UUID SECOND = UUID.fromString("01a21444-5e28-7416-b5ea-eefc3437143b");
  private static final StreamId PARCEL = new StreamId("Shipment", "JD014600003SE");
  private static final String SCAN =
      "{\"eventId\":\"%s\",\"eventType\":\"ParcelScanned\",\"data\":%s}"
          .formatted(ID, JSON.encode(DELIVERED));

  private static List<Received> read(String body) {
    return INBOX.read(Json.STRICT.readTree(body));
  }

  private static List<FieldError> errors(String body) {
    return catchThrowableOfType(MalformedBody.class, () -> read(body)).errors();
  }

  private static Received delivered(UUID id) {
    return new Received(id, PARCEL, DELIVERED, Optional.empty());
  }

  @Test
  void one_event_is_read() {
    assertThat(read(SCAN)).isEqualTo(List.of(delivered(ID)));
  }

  @Test
  void a_list_is_read_in_its_order() {
    String second = SCAN.replace(ID.toString(), SECOND.toString());

    assertThat(read("[" + second + "," + SCAN + "]"))
        .isEqualTo(List.of(delivered(SECOND), delivered(ID)));
  }

  @Test
  void what_may_be_said_besides_is_read() {
    String told =
        SCAN.replace(
            ",\"data\"",
            ",\"version\":1,\"aggregateType\":\"Shipment\",\"aggregateId\":\"JD014600003SE\""
                + ",\"timestamp\":\"2026-11-05T11:00:00Z\",\"data\"");

    assertThat(read(told))
        .isEqualTo(
            List.of(new Received(ID, PARCEL, DELIVERED, Optional.of(NOON.minusMillis(3_600_250)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "'eventId':'01a21444-5e28-7416-b5ea-eefc3437143a', |                | eventId       | must"
            + " be there",
        "'eventType':'ParcelScanned',             |                         | eventType     | must"
            + " be there",
        "'data'                                   | 'datum':1,'data'        | datum         | is"
            + " not known here",
        "'scan':'DELIVERED',                      |                         | data.scan     | must"
            + " be there",
        "'DELIVERED'                              | 'LOST'                  | data.scan     | must"
            + " be one of PICKED_UP, IN_TRANSIT, DELIVERED, RETURNED",
        "'scan'                                   | 'weight':1,'scan'       | data.weight   | is"
            + " not known here",
        "'2026-03-11T10:05:30Z'                   | '2026-03-11'            | data.at       | must"
            + " be a time by ISO 8601",
        "'2026-03-11T10:05:30Z'                   | '2026-02-30T10:05:30Z'  | data.at       | must"
            + " be a time by ISO 8601",
        "'data'                                   | 'aggregateId':'x','data' | aggregateId  | is"
            + " not what the event is about",
        "'data'                                   | 'aggregateType':'Order','data' | aggregateType"
            + " | is not what the event is about",
        "'data'                                   | 'timestamp':'2026-11-05T12:05:01Z','data' |"
            + " timestamp | must not lie ahead",
        "'data'                                   | 'version':'1','data'    | version       | must"
            + " be a whole number within its range"
      })
  void a_wrong_value_is_named_wherever_the_event_is(
      String part, String other, String field, String message) {
    String found = part.strip().replace('\'', '"');
    assertThat(SCAN).contains(found);
    String wrong = SCAN.replace(found, other == null ? "" : other.strip().replace('\'', '"'));

    assertThat(errors(wrong)).isEqualTo(List.of(new FieldError(field.strip(), message.strip())));
    assertThat(errors("[" + wrong + "]"))
        .isEqualTo(List.of(new FieldError("[0]." + field.strip(), message.strip())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1762340400",
        "1762340400.5",
        "\"1762340400\"",
        "\"2026-11-05T11:00:00\"",
        "\"2026-11-05\"",
        "\"1969-12-31T23:59:59.999Z\"",
        "\"0001-01-01T00:00:00Z\"",
        "\"+10000-01-01T00:00:00Z\"",
        "\"2016-12-31T23:59:60Z\"",
        "\"2026-11-04T24:00:00Z\"",
        "\"\"",
        "[2026,11,5]",
        "true"
      })
  void a_time_that_could_only_be_guessed_is_refused(String time) {
    assertThat(errors(SCAN.replace("\"data\"", "\"timestamp\":" + time + ",\"data\"")))
        .isEqualTo(
            List.of(
                new FieldError(
                    "timestamp",
                    "must be a text with a time by ISO 8601 and its offset, from 1970 to 9999")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-11-05T12:00:00+01:00", "2026-11-05T10:59Z"})
  void a_time_with_its_offset_is_read(String time) {
    assertThat(read(SCAN.replace("\"data\"", "\"timestamp\":\"" + time + "\",\"data\"")))
        .extracting(Received::happenedAt)
        .containsExactly(Optional.of(OffsetDateTime.parse(time).toInstant()));
  }

  @Test
  void a_time_is_kept_to_the_millisecond() {
    String fine = "\"timestamp\":\"2026-11-05T11:00:00.123999999Z\",\"data\"";

    assertThat(read(SCAN.replace("\"data\"", fine)))
        .extracting(Received::happenedAt)
        .containsExactly(Optional.of(Instant.parse("2026-11-05T11:00:00.123Z")));
  }

  @Test
  void an_id_that_is_no_uuid_and_one_that_is_missing_are_told_apart() {
    String missing = "{}";
    String wrong = SCAN.replace(ID.toString(), "x");

    assertThat(errors("[" + SCAN + "," + missing + "]"))
        .isEqualTo(List.of(new FieldError("[1].eventId", "must be there")));
    assertThat(errors(wrong)).isEqualTo(List.of(new FieldError("eventId", "must be a UUID")));
  }

  @Test
  void all_that_is_wrong_is_named() {
    String wrong = SCAN.replace("DELIVERED", "LOST").replace("order-4711", "no id");

    assertThat(errors("[" + SCAN + "," + wrong + "]"))
        .isEqualTo(
            List.of(
                new FieldError("[1].eventId", "is there twice"),
                new FieldError("[1].data.orderId", "has the wrong form"),
                new FieldError(
                    "[1].data.scan", "must be one of PICKED_UP, IN_TRANSIT, DELIVERED, RETURNED")));
  }

  @Test
  void a_clock_that_is_five_minutes_ahead_is_borne() {
    assertThat(read(SCAN.replace("\"data\"", "\"timestamp\":\"2026-11-05T12:05:00Z\",\"data\"")))
        .extracting(Received::happenedAt)
        .containsExactly(Optional.of(NOON.plusMillis(299_750)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "[]", "7", "\"text\"", "null", "[null]", "[[]]", "[7]", "{}"})
  void what_is_no_event_is_malformed(String body) {
    assertThat(errors(body)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "7", "\"{}\""})
  void data_that_is_no_object_is_malformed(String data) {
    String body = SCAN.substring(0, SCAN.indexOf("{\"orderId\"")) + data + "}";

    assertThat(errors(body)).extracting(FieldError::field).containsExactly("data");
  }

  @Test
  void more_than_a_thousand_events_are_too_many() {
    String thousand = "[" + String.join(",", Collections.nCopies(1_001, "{}")) + "]";

    assertThatThrownBy(() -> read(thousand))
        .isInstanceOf(TooLarge.class)
        .hasMessage("A request may have at most 1000 events");
  }

  @Test
  void an_unknown_type_is_refused_with_those_that_are_known() {
    assertThatThrownBy(() -> read(SCAN.replace("ParcelScanned", "ParcelLost")))
        .isInstanceOf(Rejected.class)
        .hasMessage("The event type is not known: outside producers publish ParcelScanned");
  }

  @Test
  void an_event_type_of_the_shop_itself_is_forbidden() {
    assertThatThrownBy(() -> read(SCAN.replace("ParcelScanned", "OrderCreated")))
        .isInstanceOf(Forbidden.class)
        .hasMessage(
            "OrderCreated is told by the shop only: outside producers publish ParcelScanned");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 2})
  void a_version_that_was_never_released_is_refused(int version) {
    assertThatThrownBy(() -> read(SCAN.replace("\"data\"", "\"version\":" + version + ",\"data\"")))
        .isInstanceOf(Rejected.class)
        .hasMessage("ParcelScanned has the versions 1 to 1");
  }
}
