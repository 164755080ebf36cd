package io.cornershop.observability.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.InvalidValue;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LevelRequestTest {

  private static LevelRequest debugFor(Optional<String> duration) {
    return new LevelRequest(Optional.of("DEBUG"), duration);
  }

  @Test
  void holds_for_a_quarter_of_an_hour_if_nothing_else_is_said() {
    LevelRequest request = debugFor(Optional.empty());

    assertThat(request.wantedLevel()).isEqualTo(LogLevel.DEBUG);
    assertThat(request.wantedDuration()).isEqualTo(Duration.ofMinutes(15));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PT0S", "PT-1H", "PT24H0.001S", "P30D", "an hour", "", "PT9999999999999H"})
  void refuses_what_has_no_end_soon(String duration) {
    LevelRequest request = debugFor(Optional.of(duration));

    assertThatThrownBy(request::wantedDuration).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "debug", "FINE", "ALL", "OFF"})
  void refuses_a_level_that_it_does_not_know(String level) {
    LevelRequest request = new LevelRequest(Optional.of(level), Optional.empty());

    assertThatThrownBy(request::wantedLevel).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"io.cornershop", "io.cornershop.orders.api", "org.apache.kafka.clients.Metadata"})
  void knows_loggers_of_the_platform_and_of_what_it_is_made_of(String logger) {
    assertThat(LevelWish.name(logger)).isEqualTo(logger);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "io",
        "io.cornershopping",
        "io.cornershop.",
        "io.cornershop..x",
        "io.cornershop.a b",
        "org.mongodb.driver",
        "org.mongodb.driver.protocol.command",
        "com.sun.mail",
        "java"
      })
  void leaves_all_others_alone(String logger) {
    assertThatThrownBy(() -> LevelWish.name(logger)).isInstanceOf(InvalidValue.class);
  }
}
