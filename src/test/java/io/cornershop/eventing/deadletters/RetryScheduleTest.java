package io.cornershop.eventing.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RetryScheduleTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  @Test
  void waits_longer_after_each_failure_up_to_ten_minutes() {
    assertThat(
            IntStream.of(1, 2, 3, 7, 8, 1_000)
                .mapToObj(n -> waits(0, LetterState.RETRYING, n).toSeconds()))
        .isEqualTo(List.of(5L, 10L, 20L, 320L, 600L, 600L));
  }

  @Test
  void tries_what_a_newer_build_wrote_every_ten_minutes() {
    assertThat(waits(0, LetterState.WAITING_FOR_UPGRADE, 1)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void spreads_what_failed_together() {
    assertThat(waits(1, LetterState.RETRYING, 1)).isEqualTo(Duration.ofMillis(2_500));
  }

  private static Duration waits(double drawn, LetterState state, int attempts) {
    RandomGenerator random =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            throw new UnsupportedOperationException();
          }

          @Override
          public double nextDouble() {
            return drawn;
          }
        };
    return Duration.between(NOON, new RetrySchedule(random).next(state, attempts, NOON));
  }
}
