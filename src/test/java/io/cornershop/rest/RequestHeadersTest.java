package io.cornershop.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.InvalidValue;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RequestHeadersTest {

  @Test
  void an_idempotency_key_is_taken_as_it_is() {
    assertThat(RequestHeaders.idempotencyKey(Optional.of("a-1/u"))).contains("a-1/u");
    assertThat(RequestHeaders.idempotencyKey(Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "ä", "a\n"})
  void a_malformed_idempotency_key_is_refused(String key) {
    assertThatThrownBy(() -> RequestHeaders.idempotencyKey(Optional.of(key)))
        .isInstanceOfSatisfying(
            InvalidValue.class, e -> assertThat(e.field()).isEqualTo("Idempotency-Key"));
  }

  @Test
  void an_idempotency_key_has_at_most_255_characters() {
    assertThat(RequestHeaders.idempotencyKey(Optional.of("x".repeat(255)))).isPresent();
    assertThatThrownBy(() -> RequestHeaders.idempotencyKey(Optional.of("x".repeat(256))))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void an_entity_tag_is_the_expected_sequence() {
    assertThat(RequestHeaders.expectedSequence(Optional.of("\"12\"")))
        .isEqualTo(OptionalLong.of(12));
    assertThat(RequestHeaders.expectedSequence(Optional.of("*"))).isEqualTo(OptionalLong.empty());
    assertThat(RequestHeaders.expectedSequence(Optional.empty())).isEqualTo(OptionalLong.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "W/\"12\"", "\"x\"", "\"-1\"", "\"1\", \"2\"", "\"\""})
  void any_other_entity_tag_is_refused(String header) {
    assertThatThrownBy(() -> RequestHeaders.expectedSequence(Optional.of(header)))
        .isInstanceOfSatisfying(
            InvalidValue.class, e -> assertThat(e.field()).isEqualTo("If-Match"));
  }

  @Test
  void a_malformed_trace_context_is_as_good_as_none() {
    String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    assertThat(RequestHeaders.traceparent(Optional.of(traceparent))).contains(traceparent);
    assertThat(
            Stream.of(
                    "00-xyz-1-01",
                    traceparent.replaceFirst("00", "ff"),
                    "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                    "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01")
                .map(Optional::of)
                .map(RequestHeaders::traceparent))
        .containsOnly(Optional.empty());
  }

  @Test
  void a_user_agent_is_cut_and_holds_no_control_characters() {
    assertThat(RequestHeaders.userAgent(Optional.of("curl\r\n8"))).contains("curl  8");
    assertThat(RequestHeaders.userAgent(Optional.of("x".repeat(1_000)))).contains("x".repeat(200));
    assertThat(RequestHeaders.userAgent(Optional.of(" "))).isEmpty();
  }
}
