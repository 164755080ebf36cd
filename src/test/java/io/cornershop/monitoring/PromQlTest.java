package io.cornershop.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PromQlTest {

  @Test
  void metrics_are_told_from_functions_labels_and_words() {
    String query =
        """
        histogram_quantile(0.99, sum by (le, topic) (rate(a_bucket{job="x {b}"}[5m])))
          and on (slo) c:d:ratio1h > 14.4 * max(e) unless f < bool 1e3 or vector(0)""";

    assertThat(PromQl.metrics(query)).isEqualTo(Set.of("a_bucket", "c:d:ratio1h", "e", "f"));
  }
}
