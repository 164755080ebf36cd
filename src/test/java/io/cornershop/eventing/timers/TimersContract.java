package io.cornershop.eventing.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every adapter promises. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class TimersContract {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00.123Z");
  private static final Timer TEA = new Timer("tea/ada", "tea", "ada", NOON);

  private TimerStore timers;

  /** An adapter without timers. */
  abstract TimerStore create();

  @BeforeEach
  void begin() {
    timers = create();
  }

  private void schedule(Timer timer) {
    timers.schedule(timer.id(), timer.kind(), timer.subject(), timer.due());
  }

  private static Instant after(int seconds) {
    return NOON.plusSeconds(seconds);
  }

  private List<Timer> due(Instant now) {
    return timers.due(now, 100).stream().map(DueTimer::timer).toList();
  }

  @Test
  void finds_a_timer_when_it_is_due_and_not_before() {
    schedule(TEA);
    assertThat(timers.due(NOON.minusMillis(1), 100)).isEmpty();
    assertThat(timers.due(NOON, 100)).isEqualTo(List.of(new DueTimer(TEA, Instant.EPOCH, 0)));
  }

  @Test
  void finds_the_oldest_first_and_no_more_than_asked_for() {
    List<Timer> all =
        List.of(2, 0, 1).stream().map(i -> new Timer("t/" + i, "t", "s", after(i))).toList();
    all.forEach(this::schedule);
    assertThat(timers.due(after(9), 2))
        .extracting(DueTimer::timer)
        .isEqualTo(List.of(all.get(1), all.get(2)));
  }

  @Test
  void keeps_whole_milliseconds() {
    timers.schedule("tea/ada", "tea", "ada", NOON.plusNanos(999_999));
    assertThat(due(NOON)).isEqualTo(List.of(TEA));
  }

  @Test
  void moves_a_timer_that_is_scheduled_again() {
    schedule(TEA);
    Timer moved = new Timer("tea/ada", "coffee", "bob", after(5));
    schedule(moved);
    assertThat(due(after(4))).isEmpty();
    assertThat(due(after(5))).isEqualTo(List.of(moved));
  }

  @Test
  void shows_those_that_are_set_whether_or_not_they_are_due() {
    Timer later = new Timer("tea/bob", "tea", "bob", after(3_600));
    schedule(TEA);
    schedule(later);
    schedule(new Timer("tea/eve", "tea", "eve", NOON));
    timers.due(NOON, 1).forEach(due -> timers.claim(due, after(5)));

    assertThat(timers.findAll(List.of("tea/ada", "tea/bob", "tea/nobody", "tea/ada")))
        .containsExactlyInAnyOrder(TEA, later);
    assertThat(timers.findAll(List.of())).isEmpty();
  }

  @Test
  void forgets_one_that_is_cancelled() {
    Timer other = new Timer("tea/bob", "tea", "bob", NOON);
    schedule(TEA);
    schedule(other);
    timers.cancel(TEA.id());
    timers.cancel("tea/nobody");
    assertThat(due(NOON)).isEqualTo(List.of(other));
  }

  @Test
  void lets_one_of_two_hold_it() {
    schedule(TEA);
    DueTimer seen = timers.due(NOON, 100).getFirst();
    assertThat(timers.claim(seen, after(30))).contains(new DueTimer(TEA, after(30), 1));
    assertThat(timers.claim(seen, after(30))).isEmpty();
    assertThat(due(after(29))).isEmpty();
    assertThat(timers.due(after(30), 100)).containsExactly(new DueTimer(TEA, after(30), 1));
  }

  @Test
  void lets_exactly_one_of_many_at_the_same_moment_hold_it() {
    schedule(TEA);
    DueTimer seen = timers.due(NOON, 100).getFirst();
    assertThat(
            IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> timers.claim(seen, after(30).plus(Duration.ofMillis(i))))
                .flatMap(Optional::stream)
                .count())
        .isEqualTo(1);
  }

  @Test
  void gives_nobody_hold_of_one_that_has_moved() {
    schedule(TEA);
    DueTimer seen = timers.due(NOON, 100).getFirst();
    schedule(new Timer(TEA.id(), TEA.kind(), TEA.subject(), after(1)));
    assertThat(timers.claim(seen, after(30))).isEmpty();
    assertThat(due(after(1))).hasSize(1);
  }

  @Test
  void forgets_the_claim_when_it_is_scheduled_again() {
    schedule(TEA);
    timers.claim(timers.due(NOON, 100).getFirst(), after(30));
    schedule(TEA);
    assertThat(timers.due(NOON, 100)).containsExactly(new DueTimer(TEA, Instant.EPOCH, 0));
  }

  @Test
  void lets_its_holder_put_it_off() {
    schedule(TEA);
    DueTimer mine = timers.claim(timers.due(NOON, 100).getFirst(), after(30)).orElseThrow();
    timers.hold(mine, after(2));
    timers.hold(mine, after(90));
    assertThat(timers.due(after(2), 100)).containsExactly(new DueTimer(TEA, after(2), 1));
  }

  @Test
  void takes_one_away_that_has_been_fired() {
    schedule(TEA);
    assertThat(due(NOON)).isEqualTo(List.of(TEA));
    timers.remove(TEA);
    assertThat(due(after(60))).isEmpty();
  }

  @Test
  void keeps_one_that_was_moved_while_it_was_fired() {
    schedule(TEA);
    Timer moved = new Timer(TEA.id(), TEA.kind(), TEA.subject(), after(5));
    schedule(moved);
    timers.remove(TEA);
    assertThat(due(after(5))).isEqualTo(List.of(moved));
  }
}
