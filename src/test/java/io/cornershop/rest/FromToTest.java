package io.cornershop.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.InvalidValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FromToTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void nothing_given_is_no_bound() {
    FromTo open = new FromTo(null, null);

    assertThat(open.begin(BERLIN)).isEmpty();
    assertThat(open.end(BERLIN)).isEmpty();
    assertThat(open.firstDay(BERLIN)).isEmpty();
    assertThat(open.lastDay(BERLIN)).isEmpty();
  }

  @Test
  void a_day_begins_and_ends_at_midnight_in_the_shop() {
    FromTo day = new FromTo("2026-06-01", "2026-06-01");

    assertThat(day.begin(BERLIN)).contains(Instant.parse("2026-05-31T22:00:00Z"));
    assertThat(day.end(BERLIN)).contains(Instant.parse("2026-06-01T22:00:00Z"));
  }

  @Test
  void the_days_on_which_clocks_change_have_23_and_25_hours() {
    FromTo spring = new FromTo("2026-03-29", "2026-03-29");
    FromTo autumn = new FromTo("2026-10-25", "2026-10-25");

    assertThat(spring.begin(BERLIN)).contains(Instant.parse("2026-03-28T23:00:00Z"));
    assertThat(spring.end(BERLIN)).contains(Instant.parse("2026-03-29T22:00:00Z"));
    assertThat(autumn.begin(BERLIN)).contains(Instant.parse("2026-10-24T22:00:00Z"));
    assertThat(autumn.end(BERLIN)).contains(Instant.parse("2026-10-25T23:00:00Z"));
  }

  @Test
  void a_time_is_exactly_this_time() {
    FromTo times = new FromTo("2026-06-01T10:00:00Z", "2026-06-01T12:00:00+02:00");

    assertThat(times.begin(BERLIN)).contains(Instant.parse("2026-06-01T10:00:00Z"));
    assertThat(times.end(BERLIN)).contains(Instant.parse("2026-06-01T10:00:00Z"));
  }

  @Test
  void a_time_stands_for_its_day_in_the_shop_where_days_are_wanted() {
    FromTo times = new FromTo("2026-06-01T22:00:00Z", "2026-06-30T21:59:59Z");

    assertThat(times.firstDay(BERLIN)).contains(LocalDate.parse("2026-06-02"));
    assertThat(times.lastDay(BERLIN)).contains(LocalDate.parse("2026-06-30"));
  }

  @Test
  void a_range_does_not_end_before_it_begins() {
    FromTo wrong = new FromTo("2026-06-02", "2026-06-01");

    assertThatThrownBy(() -> wrong.end(BERLIN))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("must not be earlier than from");
    assertThatThrownBy(() -> wrong.lastDay(BERLIN)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-13-01",
        "2026-02-29",
        "2026-11-01T",
        "2026-11-01T12:00",
        "+999999999-12-31",
        "-0001-01-01",
        "+10000-01-01T00:00:00Z",
        "20261101",
        "2026-11-04T23:59:60Z",
        "2016-12-31T23:59:60Z",
        "2026-11-04T24:00:00Z"
      })
  void neither_a_day_nor_a_time_is_refused_under_its_name(String text) {
    assertThatThrownBy(() -> new FromTo(text, null).begin(BERLIN))
        .isInstanceOfSatisfying(InvalidValue.class, e -> assertThat(e.field()).isEqualTo("from"));
    assertThatThrownBy(() -> new FromTo(null, text).lastDay(BERLIN))
        .isInstanceOfSatisfying(InvalidValue.class, e -> assertThat(e.field()).isEqualTo("to"));
  }
}
