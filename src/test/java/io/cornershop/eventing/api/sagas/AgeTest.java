package io.cornershop.eventing.api.sagas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AgeTest {

  @ParameterizedTest
  @CsvSource({
    "90s,PT90S",
    "15m,PT15M",
    "2h,PT2H",
    "3d,P3D",
    "PT15M,PT15M",
    "p1dt2h,P1DT2H",
    "0s,PT0S"
  })
  void is_written_in_short_or_by_the_standard(String text, Duration age) {
    assertThat(Age.parse("olderThan", text)).isEqualTo(age);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "15",
        "m",
        "-5m",
        "-PT5M",
        "1.5h",
        "15 m",
        "9999999999s",
        "999999999d",
        "PT",
        "P1Y"
      })
  void anything_else_is_none(String text) {
    assertThatThrownBy(() -> Age.parse("olderThan", text))
        .isInstanceOfSatisfying(
            InvalidValue.class, e -> assertThat(e.field()).isEqualTo("olderThan"));
  }

  @Test
  void a_century_is_the_longest() {
    assertThat(Age.parse("olderThan", "36525d")).isEqualTo(Duration.ofDays(36_525));
    assertThatThrownBy(() -> Age.parse("olderThan", "36526d")).isInstanceOf(InvalidValue.class);
  }
}
