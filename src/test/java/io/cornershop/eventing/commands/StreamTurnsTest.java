package io.cornershop.eventing.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.Unavailable;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StreamTurnsTest {

  private static final StreamId DOOR = CounterFixtures.DOOR_STREAM;
  private static final StreamId GATE = new StreamId("Counter", "gate");

  private int steps;

  private List<Integer> step(List<Integer> jobs) {
    int before = steps;
    Thread.yield();
    steps = before + jobs.size();
    return jobs;
  }

  @Test
  void never_do_the_work_of_one_stream_at_the_same_time() {
    StreamTurns<Integer, Integer> turns = new StreamTurns<>(this::step);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 2_000; i++) {
        int job = i;
        threads.execute(() -> assertThat(turns.submit(DOOR, job)).contains(job));
      }
    }
    assertThat(steps).isEqualTo(2_000);
    assertThat(turns.size()).isZero();
  }

  @Test
  void of_one_stream_do_not_wait_for_those_of_another() {
    AtomicReference<StreamTurns<String, String>> turns = new AtomicReference<>();
    turns.set(
        new StreamTurns<>(
            jobs ->
                jobs.equals(List.of("outer"))
                    ? List.of(turns.get().submit(GATE, "inner").orElseThrow())
                    : jobs));
    assertThat(turns.get().submit(DOOR, "outer")).contains("inner");
  }

  @Test
  void pass_on_after_work_that_failed() {
    StreamTurns<String, String> turns =
        new StreamTurns<>(
            jobs -> {
              if (jobs.contains("fail")) {
                throw new IllegalStateException("failed");
              }
              return jobs;
            });
    assertThatThrownBy(() -> turns.submit(DOOR, "fail")).hasMessage("failed");
    assertThat(turns.submit(DOOR, "next")).contains("next");
    assertThat(turns.size()).isZero();
  }

  @Test
  void end_for_a_caller_that_is_interrupted() {
    StreamTurns<Integer, Integer> turns = new StreamTurns<>(this::step);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> turns.submit(DOOR, 1)).isInstanceOf(Unavailable.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(turns.size()).isZero();
  }
}
