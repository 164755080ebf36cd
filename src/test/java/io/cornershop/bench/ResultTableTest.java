package io.cornershop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.bench.Target.AtLeast;
import io.cornershop.bench.Target.AtMost;
import io.cornershop.bench.Target.Within;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ResultTableTest {

  @Test
  void a_table_has_a_line_for_each_result_with_medians_and_spread() {
    Result appends =
        new Result(
            "append",
            "commits/s",
            Series.of(900, 1_200, 1_000),
            Series.of(1_000, 1_000, 1_250),
            new AtLeast(0.8));
    Result latency = new Result("latency", "ms", Series.of(12.345), Series.of(2), new Within(5));

    assertThat(ResultTable.of(List.of(appends, latency)))
        .isEqualTo(
            """
            | measurement | unit | ours | raw | ours against raw | target | met |
            |---|---|---|---|---|---|---|
            | append | commits/s | 1,000 (900 to 1,200) | 1,000 (1,000 to 1,250) | 0.90 (0.80 to 1.20) | at least 0.80 | yes |
            | latency | ms | 12.3 (12.3 to 12.3) | 2.00 (2.00 to 2.00) | 10.3 (10.3 to 10.3) | at most +5.00 | **no** |
            """);
  }

  @Test
  void a_rate_meets_its_target_from_the_ratio_on() {
    assertThat(met(new AtLeast(0.8), 79)).isFalse();
    assertThat(met(new AtLeast(0.8), 80)).isTrue();
  }

  @Test
  void a_size_meets_its_target_up_to_the_ratio() {
    assertThat(met(new AtMost(1.5), 150)).isTrue();
    assertThat(met(new AtMost(1.5), 151)).isFalse();
  }

  @Test
  void a_time_meets_its_target_up_to_the_difference() {
    assertThat(met(new Within(5), 105)).isTrue();
    assertThat(met(new Within(5), 106)).isFalse();
  }

  private static boolean met(Target target, double ours) {
    return new Result("", "", Series.of(ours), Series.of(100), target).isMet();
  }
}
