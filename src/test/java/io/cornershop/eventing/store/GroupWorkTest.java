package io.cornershop.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.store.GroupWork.Bounds;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.Await;
import io.cornershop.testing.WaitingCaller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GroupWorkTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final List<List<String>> groups = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch gate = new CountDownLatch(1);
  private GroupWork<String, String> work = workWithin(new Bounds(100, LONG, LONG));

  private GroupWork<String, String> workWithin(Bounds bounds) {
    return new GroupWork<>(bounds, () -> job -> true, this::shout);
  }

  /** The job "hold" stays at work until the gate opens; "fail" throws. */
  private List<String> shout(List<String> jobs) {
    groups.add(jobs);
    if (jobs.contains("hold")) {
      await(gate);
    }
    if (jobs.contains("fail")) {
      throw new IllegalArgumentException("failed");
    }
    if (jobs.contains("die")) {
      throw new StackOverflowError();
    }
    return jobs.stream().map(String::toUpperCase).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted at work", e);
    }
  }

  private WaitingCaller<Optional<String>> submit(String job) {
    return WaitingCaller.of(() -> work.submit(job));
  }

  private List<WaitingCaller<Optional<String>>> submitAll(String... jobs) {
    return Stream.of(jobs).map(this::submit).toList();
  }

  private static List<String> answersOf(List<WaitingCaller<Optional<String>>> callers) {
    return callers.stream().map(caller -> caller.answer().orElseThrow()).toList();
  }

  @Test
  void a_lone_caller_works_in_its_own_thread() {
    List<Thread> workers = new ArrayList<>();
    work =
        new GroupWork<>(
            new Bounds(1, SHORT, SHORT),
            () -> job -> false,
            jobs -> {
              workers.add(Thread.currentThread());
              return jobs;
            });

    assertThat(work.submit("a")).contains("a");
    assertThat(work.submit("b")).contains("b");
    assertThat(workers).containsExactly(Thread.currentThread(), Thread.currentThread());
  }

  @Test
  void what_gathers_meanwhile_is_done_together_in_the_order_in_which_it_came() {
    WaitingCaller<Optional<String>> holder = submit("hold");
    List<WaitingCaller<Optional<String>>> others = submitAll("a", "b", "c");
    gate.countDown();

    assertThat(holder.answer()).contains("HOLD");
    assertThat(answersOf(others)).containsExactly("A", "B", "C");
    assertThat(groups).containsExactly(List.of("hold"), List.of("a", "b", "c"));
  }

  @Test
  void the_rule_says_who_goes_together_and_the_others_go_next() {
    work =
        new GroupWork<>(
            new Bounds(100, LONG, LONG),
            () -> {
              Set<String> streams = new HashSet<>();
              return job -> streams.add(job.substring(0, 1));
            },
            this::shout);
    WaitingCaller<Optional<String>> holder = submit("hold");
    List<WaitingCaller<Optional<String>>> others = submitAll("a1", "a2", "b1", "a3", "b2");
    gate.countDown();

    assertThat(answersOf(others)).containsExactly("A1", "A2", "B1", "A3", "B2");
    assertThat(holder.answer()).contains("HOLD");
    assertThat(groups)
        .containsExactly(List.of("hold"), List.of("a1", "b1"), List.of("a2", "b2"), List.of("a3"));
  }

  @Test
  void when_the_work_throws_each_job_of_the_group_ends_so_and_the_next_goes_on() {
    WaitingCaller<Optional<String>> holder = submit("hold");
    List<WaitingCaller<Optional<String>>> others = submitAll("a", "fail", "b");
    gate.countDown();

    assertThat(holder.answer()).contains("HOLD");
    assertThat(others)
        .extracting(WaitingCaller::failure)
        .allSatisfy(failure -> assertThat(failure).hasMessage("failed"));
    assertThat(work.submit("c")).contains("C");
  }

  @Test
  void an_error_in_the_work_strands_nobody() {
    assertThatThrownBy(() -> work.submit("die"))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(StackOverflowError.class);
    assertThat(work.submit("a")).contains("A");
  }

  @Test
  void no_more_wait_than_are_allowed() {
    work = workWithin(new Bounds(1, LONG, LONG));
    WaitingCaller<Optional<String>> holder = submit("hold");
    WaitingCaller<Optional<String>> waiting = submit("a");

    assertThatThrownBy(() -> work.submit("b")).isInstanceOf(Unavailable.class);
    gate.countDown();
    assertThat(holder.answer()).contains("HOLD");
    assertThat(waiting.answer()).contains("A");
    assertThat(groups).containsExactly(List.of("hold"), List.of("a"));
  }

  @Test
  void who_waits_too_long_leaves_without_a_trace() {
    work = workWithin(new Bounds(10, SHORT, LONG));
    WaitingCaller<Optional<String>> holder = submit("hold");

    assertThatThrownBy(() -> work.submit("a"))
        .isInstanceOf(Unavailable.class)
        .hasMessage("Too much is waiting; repeat with the same key");
    gate.countDown();
    assertThat(holder.answer()).contains("HOLD");
    assertThat(work.submit("b")).contains("B");
    assertThat(groups).containsExactly(List.of("hold"), List.of("b"));
  }

  @Test
  void who_is_interrupted_while_waiting_leaves_without_a_trace_and_stays_interrupted() {
    WaitingCaller<Optional<String>> holder = submit("hold");
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
    gate.countDown();
    assertThat(holder.answer()).contains("HOLD");
    assertThat(groups).containsExactly(List.of("hold"));
  }

  @Test
  void who_comes_interrupted_does_not_begin_and_the_lead_is_free_for_the_next() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> work.submit("a")).isInstanceOf(Unavailable.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(work.submit("b")).contains("B");
    assertThat(groups).containsExactly(List.of("b"));
  }

  @Test
  void a_job_that_has_begun_ends_although_its_caller_is_interrupted() {
    CountDownLatch second = new CountDownLatch(1);
    work =
        new GroupWork<>(
            new Bounds(10, LONG, LONG),
            () -> job -> true,
            jobs -> {
              List<String> answers = shout(jobs);
              if (jobs.size() == 2) {
                await(second);
              }
              return answers;
            });
    WaitingCaller<Optional<String>> holder = submit("hold");
    WaitingCaller<Optional<String>> leader = submit("a");
    WaitingCaller<Optional<String>> follower = submit("b");
    gate.countDown();
    Await.until(groups::size, size -> size == 2);
    follower.thread().interrupt();
    Await.until(follower.thread()::isInterrupted, interrupted -> !interrupted);
    second.countDown();

    assertThat(answersOf(List.of(holder, leader, follower))).containsExactly("HOLD", "A", "B");
  }

  @Test
  void a_job_that_has_begun_and_does_not_end_in_time_is_left_open() {
    CountDownLatch second = new CountDownLatch(1);
    work =
        new GroupWork<>(
            new Bounds(10, LONG, SHORT),
            () -> job -> true,
            jobs -> {
              List<String> answers = shout(jobs);
              if (jobs.size() == 2) {
                await(second);
              }
              return answers;
            });
    WaitingCaller<Optional<String>> holder = submit("hold");
    WaitingCaller<Optional<String>> leader = submit("a");
    WaitingCaller<Optional<String>> follower = submit("b");
    gate.countDown();
    Await.until(groups::size, size -> size == 2);
    follower.thread().interrupt();

    assertThat(holder.answer()).contains("HOLD");
    assertThat(follower.answer()).isEmpty();
    second.countDown();
    assertThat(leader.answer()).contains("A");
  }
}
