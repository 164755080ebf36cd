package io.cornershop.eventing.store;

import static io.cornershop.eventing.store.ShoutingWork.LONG;
import static io.cornershop.eventing.store.ShoutingWork.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.store.GroupWork.Bounds;
import io.cornershop.testing.WaitingCaller;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who goes with whom; who waits how long is in {@link GroupWorkWaitingTest}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GroupWorkTest {

  private ShoutingWork work = new ShoutingWork(new Bounds(100, LONG, LONG));

  private List<WaitingCaller<Optional<String>>> waitAll(String... jobs) {
    return Stream.of(jobs).map(work::wait).toList();
  }

  private static List<String> answersOf(List<WaitingCaller<Optional<String>>> callers) {
    return callers.stream().map(caller -> caller.answer().orElseThrow()).toList();
  }

  @Test
  void a_lone_caller_works_in_its_own_thread() {
    List<Thread> workers = new ArrayList<>();
    GroupWork<String, String> alone =
        new GroupWork<>(
            new Bounds(1, SHORT, SHORT),
            () -> job -> false,
            jobs -> {
              workers.add(Thread.currentThread());
              return jobs;
            });

    assertThat(alone.submit("a")).contains("a");
    assertThat(alone.submit("b")).contains("b");
    assertThat(workers).containsExactly(Thread.currentThread(), Thread.currentThread());
  }

  @Test
  void what_gathers_meanwhile_is_done_together_in_the_order_in_which_it_came() {
    WaitingCaller<Optional<String>> holder = work.wait("hold");
    List<WaitingCaller<Optional<String>>> others = waitAll("a", "b", "c");
    work.gate.countDown();

    assertThat(holder.answer()).contains("HOLD");
    assertThat(answersOf(others)).containsExactly("A", "B", "C");
    assertThat(work.groups).containsExactly(List.of("hold"), List.of("a", "b", "c"));
  }

  @Test
  void the_rule_says_who_goes_together_and_the_others_go_next() {
    work =
        new ShoutingWork(
            new Bounds(100, LONG, LONG),
            () -> {
              Set<String> streams = new HashSet<>();
              return job -> streams.add(job.substring(0, 1));
            });
    WaitingCaller<Optional<String>> holder = work.wait("hold");
    List<WaitingCaller<Optional<String>>> others = waitAll("a1", "a2", "b1", "a3", "b2");
    work.gate.countDown();

    assertThat(answersOf(others)).containsExactly("A1", "A2", "B1", "A3", "B2");
    assertThat(holder.answer()).contains("HOLD");
    assertThat(work.groups)
        .containsExactly(List.of("hold"), List.of("a1", "b1"), List.of("a2", "b2"), List.of("a3"));
  }

  @Test
  void when_the_work_throws_each_job_of_the_group_ends_so_and_the_next_goes_on() {
    WaitingCaller<Optional<String>> holder = work.wait("hold");
    List<WaitingCaller<Optional<String>>> others = waitAll("a", "fail", "b");
    work.gate.countDown();

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
}
