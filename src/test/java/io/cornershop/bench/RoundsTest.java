package io.cornershop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoundsTest {

  @Test
  void both_sides_run_in_turns_and_each_begins_every_second_pair() throws InterruptedException {
    List<String> order = new ArrayList<>();

    Rounds rounds = Rounds.of(3, () -> noted(order, "ours"), () -> noted(order, "raw"));

    assertThat(order).containsExactly("ours", "raw", "raw", "ours", "ours", "raw");
    assertThat(rounds).isEqualTo(new Rounds(Series.of(1, 4, 5), Series.of(2, 3, 6)));
  }

  private static double noted(List<String> order, String side) {
    order.add(side);
    return order.size();
  }
}
