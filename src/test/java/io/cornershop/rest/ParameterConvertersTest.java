package io.cornershop.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cornershop.kernel.CartId;
import io.cornershop.rest.problems.FieldError;
import io.cornershop.rest.problems.Refused;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ParameterConvertersTest {

  enum Direction {
    FORWARD,
    BACKWARD
  }

  @SuppressWarnings("unused")
  private static void resource(@QueryParam("x") String x) {}

  @Test
  void parameters_are_values_of_the_kernel_and_of_java() {
    assertThat(converter(CartId.class).fromString("c1")).isEqualTo(new CartId("c1"));
    assertThat(converter(int.class).fromString("7")).isEqualTo(7);
    assertThat(converter(Long.class).fromString("7")).isEqualTo(7L);
    assertThat(converter(Boolean.class).fromString("true")).isTrue();
    assertThat(converter(Direction.class).fromString("BACKWARD")).isEqualTo(Direction.BACKWARD);
    assertThat(converter(LocalDate.class).fromString("2026-11-01"))
        .isEqualTo(LocalDate.of(2026, 11, 1));
    assertThat(converter(Instant.class).fromString("2026-11-01T12:00:00Z"))
        .isEqualTo(Instant.parse("2026-11-01T12:00:00Z"));
  }

  @Test
  void texts_are_left_to_the_runtime() {
    assertThat(converter(String.class)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        CartId.class,
        int.class,
        Long.class,
        Boolean.class,
        Direction.class,
        LocalDate.class,
        Instant.class
      })
  void the_wrong_form_is_refused_by_the_name_of_the_parameter(Class<?> type) {
    ParamConverter<?> converter = converter(type);

    Refused refused = catchThrowableOfType(Refused.class, () -> converter.fromString("?!"));

    assertThat(refused.refusal().status()).isEqualTo(400);
    assertThat(refused.refusal().errors()).extracting(FieldError::field).isEqualTo(List.of("x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-04T23:59:60Z", "2026-11-04T24:00:00Z", "2026-11-04T12:00:00"})
  void a_time_that_could_only_be_guessed_is_refused(String text) {
    ParamConverter<Instant> converter = converter(Instant.class);

    assertThatThrownBy(() -> converter.fromString(text)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"backward", "Backward", "BACK WARD", ""})
  void a_constant_in_another_spelling_is_refused_with_the_words_that_are_taken(String text) {
    ParamConverter<Direction> converter = converter(Direction.class);

    Refused refused = catchThrowableOfType(Refused.class, () -> converter.fromString(text));

    assertThat(refused.refusal().errors())
        .containsExactly(new FieldError("x", "must be one of [FORWARD, BACKWARD]"));
  }

  private static <T> ParamConverter<T> converter(Class<T> type) {
    return new ParameterConverters().getConverter(type, type, annotations());
  }

  private static Annotation[] annotations() {
    try {
      return ParameterConvertersTest.class.getDeclaredMethod("resource", String.class)
          .getParameterAnnotations()[0];
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
