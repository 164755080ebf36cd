package io.cornershop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeadlineTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  @AfterEach
  void leaveNone() {
    Deadline.end();
  }

  private static Duration left() {
    return Deadline.current().orElseThrow().left();
  }

  @Test
  void a_thread_has_none_before_it_begins_and_after_it_ends() {
    assertThat(Deadline.current()).isEmpty();
    Deadline.begin(HOUR);
    assertThat(Deadline.current()).isPresent();
    Deadline.end();
    assertThat(Deadline.current()).isEmpty();
  }

  @Test
  void what_is_left_shrinks_to_zero_and_not_below() {
    Deadline.begin(HOUR);
    assertThat(left()).isPositive().isLessThanOrEqualTo(HOUR);
    Deadline.begin(Duration.ZERO);
    assertThat(left()).isEqualTo(Duration.ZERO);
  }

  @Test
  void a_wait_is_bounded_by_itself_and_by_the_deadline() {
    assertThat(Deadline.within(DAY)).isEqualTo(DAY);
    Deadline.begin(HOUR);
    assertThat(Deadline.within(SECOND)).isEqualTo(SECOND);
    assertThat(Deadline.within(DAY)).isPositive().isLessThanOrEqualTo(HOUR);
  }

  @Test
  void work_can_have_more_time_than_its_thread() {
    Deadline.begin(HOUR);
    assertThat(Deadline.extendedBy(DAY, DeadlineTest::left)).isBetween(DAY, DAY.plus(HOUR));
    assertThat(left()).isLessThanOrEqualTo(HOUR);
  }

  @Test
  void a_thread_can_have_more_time_until_its_end_but_gets_no_deadline_by_that() {
    Deadline.postpone(DAY);
    assertThat(Deadline.current()).isEmpty();
    Deadline.begin(HOUR);
    Deadline.postpone(DAY);
    assertThat(left()).isBetween(DAY, DAY.plus(HOUR));
  }

  @Test
  void work_that_must_not_stay_halfway_has_a_little_time_in_any_case() {
    Deadline.begin(Duration.ZERO);
    assertThat(Deadline.withAtLeast(HOUR, DeadlineTest::left)).isPositive();
    assertThat(left()).isEqualTo(Duration.ZERO);
    Deadline.begin(DAY);
    assertThat(Deadline.withAtLeast(HOUR, DeadlineTest::left)).isGreaterThan(HOUR);
  }

  @Test
  void work_of_a_thread_without_a_deadline_gets_none() {
    assertThat(Deadline.extendedBy(HOUR, Deadline::current)).isEmpty();
    assertThat(Deadline.withAtLeast(HOUR, Deadline::current)).isEmpty();
  }

  @Test
  void work_can_have_a_deadline_of_its_own() {
    assertThat(Deadline.during(HOUR, DeadlineTest::left)).isPositive();
    assertThat(Deadline.current()).isEmpty();
  }

  @Test
  void the_deadline_of_before_is_back_when_the_work_throws() {
    Deadline.begin(HOUR);
    assertThatThrownBy(
            () ->
                Deadline.during(
                    DAY,
                    () -> {
                      throw new IllegalArgumentException("failed");
                    }))
        .hasMessage("failed");
    assertThat(left()).isLessThanOrEqualTo(HOUR);
  }

  @Test
  void another_thread_does_not_inherit_it() {
    Deadline.begin(HOUR);
    Optional<Deadline> others = CompletableFuture.supplyAsync(Deadline::current).join();
    assertThat(others).isEmpty();
  }
}
