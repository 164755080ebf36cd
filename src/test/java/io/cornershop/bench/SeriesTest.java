package io.cornershop.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SeriesTest {

  @Test
  void the_median_of_an_odd_number_of_rounds_is_the_one_in_the_middle() {
    assertThat(Series.of(9, 1, 5).median()).isEqualTo(5);
  }

  @Test
  void the_median_of_an_even_number_of_rounds_lies_between_the_two_in_the_middle() {
    assertThat(Series.of(9, 1, 5, 6).median()).isEqualTo(5.5);
  }

  @Test
  void the_spread_goes_from_the_lowest_to_the_highest_round() {
    Series series = Series.of(9, 1, 5);

    assertThat(List.of(series.lowest(), series.highest())).isEqualTo(List.of(1.0, 9.0));
  }

  @Test
  void a_quantile_is_a_value_that_its_share_of_all_do_not_exceed() {
    Series hundred =
        new Series(IntStream.rangeClosed(1, 100).mapToObj(i -> (double) (101 - i)).toList());

    assertThat(List.of(hundred.quantile(0.5), hundred.quantile(0.99), hundred.quantile(1)))
        .isEqualTo(List.of(50.0, 99.0, 100.0));
  }

  @Test
  void series_are_compared_round_by_round() {
    assertThat(Series.of(8, 30).against(Series.of(4, 10), (a, b) -> a / b))
        .isEqualTo(Series.of(2, 3));
  }

  @Test
  void series_of_different_length_cannot_be_compared() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Series.of(1, 2).against(Series.of(1), Double::sum))
        .withMessage("2 rounds against 1 rounds");
  }

  @Test
  void a_series_without_rounds_is_none() {
    assertThatIllegalArgumentException().isThrownBy(Series::of);
  }
}
