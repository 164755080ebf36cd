package io.cornershop.eventing.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.EventMetadata.SagaStep;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
class EnvelopeJsonTest {

  private static final EventMetadata FULL =
      new EventMetadata(
          "correlation-1",
          "causation-1",
          "user-1",
          "cornershop",
          Optional.of("session-1"),
          Optional.of("192.0.2.1"),
          Optional.of("curl/8"),
          Optional.of(new SagaStep("saga-1", "ReserveStock", 5)),
          Optional.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

  private static EventEnvelope event(String data, EventMetadata metadata, OptionalLong position) {
    return new EventEnvelope(
        UUID.fromString("019a0000-0000-7000-8000-000000000001"),
        new EventType("GuestLeft", 1),
        new StreamId("Guest", "guest-1"),
        7,
        Instant.parse("2026-11-05T12:00:00Z"),
        data,
        metadata,
        position);
  }

  private static EventEnvelope read(String json) {
    return EnvelopeJson.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void has_the_form_of_the_contract() {
    assertThat(EnvelopeJson.write(event("{\"a\":1}", FULL, OptionalLong.of(42_003))))
        .isEqualTo(
            "{\"eventId\":\"019a0000-0000-7000-8000-000000000001\",\"eventType\":\"GuestLeft\""
                + ",\"aggregateType\":\"Guest\",\"aggregateId\":\"guest-1\",\"sequence\":7"
                + ",\"timestamp\":\"2026-11-05T12:00:00Z\",\"version\":1,\"data\":{\"a\":1}"
                + ",\"metadata\":{\"correlationId\":\"correlation-1\",\"causationId\":\"causation-1\""
                + ",\"userId\":\"user-1\",\"source\":\"cornershop\",\"sessionId\":\"session-1\""
                + ",\"ipAddress\":\"192.0.2.1\",\"userAgent\":\"curl/8\",\"sagaId\":\"saga-1\""
                + ",\"step\":\"ReserveStock\",\"totalSteps\":5"
                + ",\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\"}"
                + ",\"position\":42003}");
  }

  @Test
  void leaves_out_what_is_absent() {
    assertThat(EnvelopeJson.write(event("{}", CounterFixtures.METADATA, OptionalLong.empty())))
        .endsWith(
            "\"metadata\":{\"correlationId\":\"correlation-1\",\"causationId\":\"causation-1\""
                + ",\"userId\":\"user-1\",\"source\":\"cornershop\"}}");
  }

  @Test
  void gives_back_the_envelope_that_was_written() {
    for (EventEnvelope written :
        new EventEnvelope[] {
          event("{}", CounterFixtures.METADATA, OptionalLong.empty()),
          event("{\"a\":[1,{\"b\":null}]}", FULL, OptionalLong.of(42_003))
        }) {
      assertThat(read(EnvelopeJson.write(written))).isEqualTo(written);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"Zoë 🛒 \\\" \\\\ / \\n \\u0001 <&>'\"}",
        "{\"n\":-9223372036854775808,\"m\":123456789012345678901234567890}",
        "{\"rate\":1.50,\"zero\":0.00,\"tiny\":1E-7}",
        "{\"z\":1,\"a\":{\"z\":[],\"a\":{}},\"t\":true}"
      })
  void keeps_the_exact_text_of_the_data(String data) {
    EventEnvelope written = event(data, FULL, OptionalLong.empty());

    assertThat(read(EnvelopeJson.write(written)).data()).isEqualTo(data);
  }

  @Test
  void keeps_what_an_event_of_every_kind_was_encoded_to() {
    EventTypes types = new EventTypes(List.of(GuestEvent.aggregate()));
    EventJson json = new EventJson(types, PersonalDataCodec.PLAIN, List.of());
    String data = json.encode(GuestEvent.arrived());

    assertThat(read(EnvelopeJson.write(event(data, FULL, OptionalLong.empty()))).data())
        .isEqualTo(data);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"text\"",
        "{}",
        "not json",
        "{\"eventId\":\"no-uuid\"}",
        "{\"eventId\":\"019a0000-0000-7000-8000-000000000001\",\"eventType\":\"A\"}"
      })
  void says_that_bytes_are_no_envelope(String bytes) {
    UnreadableEvent unreadable = catchThrowableOfType(UnreadableEvent.class, () -> read(bytes));

    assertThat(unreadable).hasMessage("The envelope cannot be decoded");
    assertThat(unreadable.newerThanThisBuild()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eventId",
        "eventType",
        "aggregateType",
        "aggregateId",
        "sequence",
        "timestamp",
        "version",
        "data",
        "metadata",
        "correlationId",
        "causationId",
        "userId",
        "source"
      })
  void says_so_when_a_required_field_is_missing(String field) {
    String whole = EnvelopeJson.write(event("{\"a\":1}", FULL, OptionalLong.of(42_003)));
    String without = whole.replace("\"" + field + "\":", "\"other\":");

    assertThat(catchThrowableOfType(UnreadableEvent.class, () -> read(without))).isNotNull();
  }
}
