package io.cornershop.eventing.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.Unavailable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StreamTurnsTest {

  private final StreamTurns turns = new StreamTurns();
  private int steps;

  private int step() {
    int before = steps;
    Thread.yield();
    steps = before + 1;
    return steps;
  }

  @Test
  void never_do_the_work_of_one_stream_at_the_same_time() {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 2_000; i++) {
        threads.execute(() -> turns.take(CounterFixtures.DOOR_STREAM, this::step));
      }
    }

    assertThat(steps).isEqualTo(2_000);
  }

  @Test
  void pass_on_after_work_that_failed() throws ExecutionException, InterruptedException {
    assertThatThrownBy(
            () ->
                turns.take(
                    CounterFixtures.DOOR_STREAM,
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .hasMessage("failed");

    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Integer> next =
          other.submit(() -> turns.take(CounterFixtures.DOOR_STREAM, this::step));
      assertThat(next.get()).isEqualTo(1);
    }
  }

  @Test
  void end_for_a_caller_that_is_interrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> turns.take(CounterFixtures.DOOR_STREAM, this::step))
        .isInstanceOf(Unavailable.class);

    assertThat(Thread.interrupted()).isTrue();
  }
}
