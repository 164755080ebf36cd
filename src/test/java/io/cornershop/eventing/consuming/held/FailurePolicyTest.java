package io.cornershop.eventing.consuming.held;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.held.FailurePolicy.Kind;
import io.cornershop.eventing.consuming.held.FailurePolicy.Verdict;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.UnreadableEvent;
import io.cornershop.kernel.Unavailable;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FailurePolicyTest {

  private static final Throwable OUTAGE =
      new Unavailable("The database does not answer", Duration.ofSeconds(1), null);
  private static final Throwable NEWER = UnreadableEvent.newer(new EventType("Counted", 9));
  private static final Throwable BUG = new IllegalStateException("a bug");

  /** Draws the same number each time: 0 for the longest waits. */
  private final FailurePolicy policy = drawing(0);

  @Test
  void waits_longer_after_each_failure_of_something_that_does_not_answer() {
    assertThat(IntStream.rangeClosed(1, 9).mapToObj(n -> policy.judge(OUTAGE, n).delay()))
        .isEqualTo(
            IntStream.of(100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000)
                .mapToObj(Duration::ofMillis)
                .toList());
  }

  @Test
  void keeps_in_its_lane_what_waits_for_an_answer_for_about_ten_seconds() {
    assertThat(IntStream.rangeClosed(1, 9).filter(n -> policy.judge(OUTAGE, n).held()))
        .isEqualTo(List.of(8, 9));
  }

  @Test
  void says_what_becomes_of_the_letter() {
    assertThat(Stream.of(OUTAGE, NEWER, BUG).map(failure -> policy.judge(failure, 1).state()))
        .isEqualTo(
            List.of(LetterState.RETRYING, LetterState.WAITING_FOR_UPGRADE, LetterState.PARKED));
  }

  @Test
  void takes_a_bug_as_poison_after_three_quick_retries() {
    assertThat(IntStream.rangeClosed(1, 5).mapToObj(n -> policy.judge(BUG, n)))
        .isEqualTo(
            List.of(
                poison(100, false),
                poison(200, false),
                poison(400, false),
                poison(800, true),
                poison(1_600, true)));
  }

  @Test
  void holds_an_event_of_a_newer_build_at_once() {
    assertThat(policy.judge(NEWER, 1))
        .isEqualTo(new Verdict(Kind.NEWER, Duration.ofMillis(100), true));
  }

  @Test
  void never_waits_longer_than_half_a_minute() {
    assertThat(policy.judge(BUG, 1_000_000)).isEqualTo(poison(30_000, true));
    assertThat(policy.judge(NEWER, 1_000_000).delay()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void spreads_the_waits_of_many_keys() {
    assertThat(drawing(0.5).judge(OUTAGE, 4).delay()).isEqualTo(Duration.ofMillis(600));
    assertThat(drawing(1).judge(OUTAGE, 4).delay()).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void looks_for_an_outage_behind_other_exceptions() {
    Throwable wrapped =
        new IllegalStateException(new UncheckedIOException(new ConnectException("refused")));
    assertThat(policy.judge(wrapped, 1).kind()).isEqualTo(Kind.TRANSIENT);
  }

  @Test
  void takes_bytes_that_are_no_event_as_poison() {
    Throwable malformed = UnreadableEvent.malformed("The envelope", null);
    assertThat(policy.judge(malformed, 4)).isEqualTo(poison(800, true));
  }

  @Test
  void survives_exceptions_that_cause_each_other() {
    Exception first = new IllegalStateException("first");
    first.initCause(new IllegalStateException("second", first));
    assertThat(policy.judge(first, 1)).isEqualTo(poison(100, false));
  }

  private static Verdict poison(long millis, boolean held) {
    return new Verdict(Kind.POISON, Duration.ofMillis(millis), held);
  }

  private static FailurePolicy drawing(double number) {
    return new FailurePolicy(
        new RandomGenerator() {
          @Override
          public long nextLong() {
            throw new UnsupportedOperationException();
          }

          @Override
          public double nextDouble() {
            return number;
          }
        });
  }
}
