package io.cornershop.eventing.store;

import static io.cornershop.eventing.store.ShoutingWork.LONG;
import static io.cornershop.eventing.store.ShoutingWork.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.store.GroupWork.Bounds;
import io.cornershop.kernel.Deadline;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.Await;
import io.cornershop.testing.WaitingCaller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GroupWorkWaitingTest {

  private ShoutingWork work = new ShoutingWork(new Bounds(100, LONG, LONG));

  @AfterEach
  void leaveNoDeadline() {
    Deadline.end();
  }

  @Test
  void no_more_wait_than_are_allowed() {
    work = new ShoutingWork(new Bounds(1, LONG, LONG));
    WaitingCaller<Optional<String>> holder = work.wait("hold");
    WaitingCaller<Optional<String>> waiting = work.wait("a");

    assertThatThrownBy(() -> work.submit("b")).isInstanceOf(Unavailable.class);
    work.gate.countDown();
    assertThat(holder.answer()).contains("HOLD");
    assertThat(waiting.answer()).contains("A");
    assertThat(work.groups).containsExactly(List.of("hold"), List.of("a"));
  }

  @Test
  void who_waits_too_long_leaves_without_a_trace() {
    work = new ShoutingWork(new Bounds(10, SHORT, LONG));
    WaitingCaller<Optional<String>> holder = work.wait("hold");

    assertThatThrownBy(() -> work.submit("a"))
        .isInstanceOf(Unavailable.class)
        .hasMessage("Too much is waiting; repeat with the same key");
    work.gate.countDown();
    assertThat(holder.answer()).contains("HOLD");
    assertThat(work.submit("b")).contains("B");
    assertThat(work.groups).containsExactly(List.of("hold"), List.of("b"));
  }

  @Test
  void who_is_waited_for_no_longer_leaves_without_a_trace() {
    WaitingCaller<Optional<String>> holder = work.wait("hold");

    assertThatThrownBy(() -> Deadline.during(SHORT, () -> work.submit("a")))
        .isInstanceOf(Unavailable.class);
    work.gate.countDown();
    assertThat(holder.answer()).contains("HOLD");
    assertThat(work.submit("b")).contains("B");
    assertThat(work.groups).containsExactly(List.of("hold"), List.of("b"));
  }

  @Test
  void who_comes_behind_the_deadline_does_not_begin_and_the_lead_is_free_for_the_next() {
    assertThatThrownBy(() -> Deadline.during(Duration.ZERO, () -> work.submit("a")))
        .isInstanceOf(Unavailable.class);
    assertThat(work.submit("b")).contains("B");
    assertThat(work.groups).containsExactly(List.of("b"));
  }

  @Test
  void the_work_is_under_the_deadline_of_the_caller_that_leads() {
    GroupWork<String, Duration> watch =
        new GroupWork<>(
            new Bounds(1, LONG, LONG), () -> job -> true, jobs -> List.of(Deadline.within(LONG)));

    assertThat(watch.submit("unbounded")).contains(LONG);
    Optional<Duration> bounded = Deadline.during(LONG.dividedBy(2), () -> watch.submit("bounded"));
    assertThat(bounded.orElseThrow()).isPositive().isLessThanOrEqualTo(LONG.dividedBy(2));
  }

  @Test
  void who_is_interrupted_while_waiting_leaves_without_a_trace_and_stays_interrupted() {
    WaitingCaller<Optional<String>> holder = work.wait("hold");
    WaitingCaller<Boolean> waiting =
        WaitingCaller.of(
            () -> {
              assertThatThrownBy(() -> work.submit("a"))
                  .isInstanceOf(Unavailable.class)
                  .hasMessage("The wait was interrupted; repeat with the same key");
              return Thread.currentThread().isInterrupted();
            });
    waiting.thread().interrupt();

    assertThat(waiting.answer()).isTrue();
    work.gate.countDown();
    assertThat(holder.answer()).contains("HOLD");
    assertThat(work.groups).containsExactly(List.of("hold"));
  }

  @Test
  void who_comes_interrupted_does_not_begin_and_the_lead_is_free_for_the_next() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> work.submit("a")).isInstanceOf(Unavailable.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(work.submit("b")).contains("B");
    assertThat(work.groups).containsExactly(List.of("b"));
  }

  @Test
  void a_job_that_has_begun_ends_although_its_caller_is_interrupted() {
    WaitingCaller<Optional<String>> holder = work.wait("hold");
    WaitingCaller<Optional<String>> leader = work.wait("slow");
    WaitingCaller<Optional<String>> follower = work.wait("b");
    work.gate.countDown();
    Await.until(work.groups::size, size -> size == 2);
    follower.thread().interrupt();
    Await.until(follower.thread()::isInterrupted, interrupted -> !interrupted);
    work.second.countDown();

    assertThat(holder.answer()).contains("HOLD");
    assertThat(leader.answer()).contains("SLOW");
    assertThat(follower.answer()).contains("B");
  }

  @Test
  void a_job_that_has_begun_and_does_not_end_in_time_is_left_open() {
    work = new ShoutingWork(new Bounds(10, LONG, SHORT));
    WaitingCaller<Optional<String>> holder = work.wait("hold");
    WaitingCaller<Optional<String>> leader = work.wait("slow");
    WaitingCaller<Optional<String>> follower = work.wait("b");
    work.gate.countDown();
    Await.until(work.groups::size, size -> size == 2);
    follower.thread().interrupt();

    assertThat(holder.answer()).contains("HOLD");
    assertThat(follower.answer()).isEmpty();
    work.second.countDown();
    assertThat(leader.answer()).contains("SLOW");
  }
}
