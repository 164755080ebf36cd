package io.cornershop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScheduleTest {

  @Test
  void operations_are_due_at_the_same_distance_and_none_begins_before()
      throws InterruptedException {
    ConcurrentSkipListSet<Long> due = new ConcurrentSkipListSet<>();
    ConcurrentSkipListSet<Long> early = new ConcurrentSkipListSet<>();

    new Schedule(1_000)
        .run(
            Workers.ours(),
            Duration.ofMillis(20),
            at -> {
              due.add(at);
              if (System.nanoTime() - at < 0) {
                early.add(at);
              }
            });

    List<Long> expected =
        LongStream.range(0, 20).mapToObj(i -> due.first() + i * 1_000_000).toList();
    assertThat(due).containsExactlyElementsOf(expected);
    assertThat(early).isEmpty();
  }
}
