package io.cornershop.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PausesTest {

  private final Pauses pauses = new Pauses(new Random(1));

  @Test
  void a_pause_grows_to_some_twenty_minutes_and_is_half_by_chance() {
    List<Duration> longest =
        IntStream.of(1, 2, 3, 9, 1_000)
            .mapToObj(n -> Duration.ofSeconds(5L << Math.min(n - 1, 8)))
            .toList();
    List<Integer> attempts = List.of(1, 2, 3, 9, 1_000);
    for (int i = 0; i < attempts.size(); i++) {
      Duration pause = pauses.afterAttempt(attempts.get(i), Optional.empty());
      assertThat(pause).isBetween(longest.get(i).dividedBy(2), longest.get(i));
    }
  }

  @Test
  void a_provider_can_ask_for_a_longer_pause_and_not_for_a_shorter_one() {
    assertThat(pauses.afterAttempt(1, Optional.of(Duration.ofMinutes(7))))
        .isEqualTo(Duration.ofMinutes(7));
    assertThat(pauses.afterAttempt(9, Optional.of(Duration.ofSeconds(1))))
        .isGreaterThan(Duration.ofMinutes(10));
  }

  @Test
  void questions_become_rare() {
    assertThat(IntStream.range(0, 4).mapToObj(Pauses::beforeAsk))
        .containsExactly(
            Duration.ofMinutes(1),
            Duration.ofMinutes(3),
            Duration.ofMinutes(9),
            Duration.ofMinutes(27));
  }
}
