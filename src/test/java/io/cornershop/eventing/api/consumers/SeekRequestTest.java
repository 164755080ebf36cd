package io.cornershop.eventing.api.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.consuming.steering.SeekTarget;
import io.cornershop.json.Json;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.kernel.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SeekRequestTest {

  @Test
  void names_a_target() {
    assertThat(
            Stream.of(
                    "{\"to\": \"beginning\"}",
                    "{\"to\": \"position\", \"position\": 41000}",
                    "{\"to\": \"timestamp\", \"timestamp\": \"2026-11-01T12:00:00Z\"}",
                    "{\"to\": \"offset\", \"topic\": \"a.events\", \"partition\": 2, \"offset\": 17}")
                .map(SeekRequestTest::target)
                .toList())
        .isEqualTo(
            List.of(
                new SeekTarget.Beginning(),
                new SeekTarget.Position(41_000),
                new SeekTarget.Timestamp(Instant.parse("2026-11-01T12:00:00Z")),
                new SeekTarget.Offset("a.events", 2, 17)));
  }

  @Test
  void refuses_to_skip_to_the_end() {
    assertThatThrownBy(() -> target("{\"to\": \"end\"}"))
        .isInstanceOfSatisfying(
            Rejected.class, e -> assertThat(e.code()).isEqualTo("seek-forward"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"to\": \"yesterday\"}",
        "{\"to\": \"position\"}",
        "{\"to\": \"timestamp\"}",
        "{\"to\": \"offset\", \"topic\": \"a.events\", \"partition\": 2}"
      })
  void refuses_what_is_not_a_whole_target(String body) {
    assertThatThrownBy(() -> target(body)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @CsvSource({
    "beginning, position, 1",
    "beginning, timestamp, '\"2026-11-01T12:00:00Z\"'",
    "beginning, topic, '\"a.events\"'",
    "beginning, partition, 0",
    "beginning, offset, 17"
  })
  void refuses_a_part_of_another_target_by_its_name(String to, String field, String value) {
    String body = "{\"to\": \"%s\", \"%s\": %s}".formatted(to, field, value);
    assertThatThrownBy(() -> target(body))
        .isInstanceOf(InvalidValue.class)
        .extracting("field")
        .isEqualTo(field);
  }

  private static SeekTarget target(String body) {
    return Json.STRICT.readValue(body, SeekRequest.class).target();
  }
}
