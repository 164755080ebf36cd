package io.cornershop.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.InvalidValue;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadYourWritesTest {

  @Test
  void neither_insists_nor_waits_when_nobody_asks() {
    ReadYourWrites nothing = new ReadYourWrites(null, null);

    assertThat(nothing.minSequence()).isEqualTo(OptionalLong.empty());
    assertThat(nothing.timeout()).isEqualTo(Duration.ZERO);
  }

  @Test
  void takes_the_sequence_of_the_write() {
    assertThat(new ReadYourWrites("7", null).minSequence()).isEqualTo(OptionalLong.of(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "x", "1.5", "9999999999999999999"})
  void refuses_any_other_sequence(String sequence) {
    assertThatThrownBy(() -> new ReadYourWrites(sequence, null).minSequence())
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @CsvSource({"2s, 2000", "0s, 0", "500ms, 500", "PT2S, 2000", "pt1.5s, 1500", "10s, 10000"})
  void takes_a_duration(String text, long millis) {
    assertThat(new ReadYourWrites(null, text).timeout()).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "11s", "10001ms", "-1s", "PT-1S", "P1D", "soon", "99999999s"})
  void refuses_any_other_duration(String text) {
    assertThatThrownBy(() -> new ReadYourWrites(null, text).timeout())
        .isInstanceOf(InvalidValue.class);
  }
}
