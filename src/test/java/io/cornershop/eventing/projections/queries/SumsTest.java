package io.cornershop.eventing.projections.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SumsTest {

  @Test
  void whole_numbers_are_exact() {
    assertThat(Sums.exact(7)).isEqualTo(7);
    assertThat(Sums.exact(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(Sums.exact(Long.MAX_VALUE, (double) Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void a_sum_that_became_a_floating_point_number_is_refused() {
    assertThatThrownBy(() -> Sums.exact(9.3e18)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void a_sum_that_began_again_at_the_smallest_number_is_refused() {
    assertThatThrownBy(() -> Sums.exact(Long.MIN_VALUE, 9.3e18))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Sums.exact(5L, Math.scalb(1.0, 64)))
        .isInstanceOf(ArithmeticException.class);
  }
}
