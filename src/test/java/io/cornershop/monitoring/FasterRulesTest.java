package io.cornershop.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FasterRulesTest {

  @Test
  void what_must_last_lasts_shorter() {
    assertThat(FasterRules.span("2m")).isEqualTo("10s");
    assertThat(FasterRules.span("1h")).isEqualTo("300s");
  }

  @Test
  void windows_and_ages_shrink_and_nothing_else_does() {
    assertThat(
            FasterRules.expression(
                "sum(rate(x_total{job=\"a\"}[2m])) > 50 and max(age_seconds{job=\"a\"}) > 60"))
        .isEqualTo("sum(rate(x_total{job=\"a\"}[10s])) > 50 and max(age_seconds{job=\"a\"}) > 5");
    assertThat(FasterRules.expression("shop:view:age_seconds > 60"))
        .isEqualTo("shop:view:age_seconds > 5");
    assertThat(FasterRules.expression("avg(age_seconds{job=\"a\"} <= bool 10)"))
        .isEqualTo("avg(age_seconds{job=\"a\"} <= bool 10)");
  }
}
