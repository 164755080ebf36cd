package io.cornershop.observability.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PartitionAgeTest {

  private final PartitionAge age = new PartitionAge(at(0));

  private static long at(int seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }

  private Duration look(long finished, long end, int second) {
    return age.look(finished, end, at(second));
  }

  @Test
  void what_is_caught_up_has_no_age() {
    assertThat(look(10, 10, 5)).isZero();
  }

  @Test
  void behind_a_record_that_is_not_finished_the_age_grows_from_the_last_look_that_was_caught_up() {
    look(10, 10, 5);

    assertThat(look(10, 11, 10)).isEqualTo(Duration.ofSeconds(5));
    assertThat(look(10, 11, 60)).isEqualTo(Duration.ofSeconds(55));
    assertThat(look(11, 11, 61)).isZero();
  }

  @Test
  void under_steady_load_it_is_as_old_as_the_end_that_it_has_reached() {
    look(0, 0, 0);
    look(0, 100, 5);
    look(90, 200, 10);

    assertThat(look(190, 300, 15)).isEqualTo(Duration.ofSeconds(10));
    assertThat(look(290, 400, 20)).isEqualTo(Duration.ofSeconds(10));
    assertThat(look(400, 500, 25)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void while_the_log_does_not_grow_all_of_it_was_there_at_the_later_look_too() {
    look(0, 100, 5);
    look(0, 100, 50);

    assertThat(look(100, 101, 55)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void when_nobody_knows_how_far_it_is_it_only_grows_older() {
    look(10, 10, 5);

    assertThat(age.unchanged(at(8))).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void what_stands_still_for_days_takes_little_memory_and_is_told_right() {
    int last = 100_000;
    for (int second = 1; second < last; second++) {
      look(0, second, second);
    }

    assertThat(look(0, last, last)).isEqualTo(Duration.ofSeconds(last));
    assertThat(look(last, last, last + 1)).isZero();
  }

  private Duration look(long finished, long end, int second, int oldest) {
    age.oldest(Duration.ofSeconds(oldest), at(second));
    return look(finished, end, second);
  }

  @Test
  void what_is_behind_when_it_is_seen_first_is_as_old_as_its_first_unfinished_record() {
    assertThat(look(3, 10, 5, 3_600)).isEqualTo(Duration.ofHours(1));
    assertThat(look(3, 20, 15, 3_610)).isEqualTo(Duration.ofSeconds(3_610));
    assertThat(look(7, 20, 20, 1_800)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void as_soon_as_an_end_of_earlier_is_reached_no_clock_of_others_is_asked() {
    look(3, 10, 5, 3_600);

    assertThat(look(12, 20, 15, 77)).isEqualTo(Duration.ofSeconds(10));
    assertThat(look(12, 20, 25, 77)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void a_record_from_the_future_is_new() {
    assertThat(look(3, 10, 5, -60)).isZero();
  }
}
