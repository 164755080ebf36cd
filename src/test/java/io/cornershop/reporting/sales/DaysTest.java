package io.cornershop.reporting.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.InvalidValue;
import io.cornershop.rest.FromTo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DaysTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Clock LATE_IN_NOVEMBER =
      Clock.fixed(Instant.parse("2026-11-30T23:30:00Z"), ZoneOffset.UTC);

  private static Days days(String from, String to) {
    return Days.of(new FromTo(from, to), BERLIN, LATE_IN_NOVEMBER);
  }

  private static Days between(String first, String last) {
    return new Days(LocalDate.parse(first), LocalDate.parse(last));
  }

  @Test
  void are_the_last_thirty_up_to_today_in_the_shop_when_nothing_is_said() {
    assertThat(days(null, null)).isEqualTo(between("2026-11-02", "2026-12-01"));
  }

  @Test
  void end_today_or_begin_thirty_days_before_their_end() {
    assertThat(days("2026-11-20", null)).isEqualTo(between("2026-11-20", "2026-12-01"));
    assertThat(days(null, "2026-03-30")).isEqualTo(between("2026-03-01", "2026-03-30"));
  }

  @Test
  void may_be_one_or_366() {
    assertThat(days("2026-11-01", "2026-11-01")).isEqualTo(between("2026-11-01", "2026-11-01"));
    assertThat(days("2028-01-01", "2028-12-31")).isEqualTo(between("2028-01-01", "2028-12-31"));
  }

  @Test
  void are_refused_beyond_366_and_in_the_wrong_order() {
    assertRefused("2026-01-01", "2027-01-02", "from");
    assertRefused("0001-01-01", "9999-12-31", "from");
    assertRefused("2026-11-02", "2026-11-01", "to");
    assertRefused("2026-12-02", null, "from");
  }

  private static void assertRefused(String from, String to, String field) {
    assertThatThrownBy(() -> days(from, to))
        .isInstanceOfSatisfying(InvalidValue.class, e -> assertThat(e.field()).isEqualTo(field));
  }
}
