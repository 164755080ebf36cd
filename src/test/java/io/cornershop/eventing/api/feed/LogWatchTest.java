package io.cornershop.eventing.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.api.RecordedHistory;
import io.cornershop.eventing.events.StreamId;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogWatchTest {

  private static final StreamId DOOR = new StreamId("Counter", "door");

  private final RecordedHistory history = new RecordedHistory();

  @Test
  void looks_once_per_interval_however_many_ask() {
    LogWatch watch = new LogWatch(history, Duration.ofDays(1));

    assertThat(watch.head()).isZero();
    history.record(DOOR, 1);
    assertThat(watch.head()).isZero();
  }

  @Test
  void sees_the_log_grow_after_an_interval() {
    LogWatch watch = new LogWatch(history, Duration.ZERO);

    assertThat(watch.head()).isZero();
    history.record(DOOR, 1);
    assertThat(watch.head()).isEqualTo(1);
  }

  @Test
  void lets_nobody_wait_once_it_has_ended() throws InterruptedException {
    LogWatch watch = new LogWatch(history, Duration.ofDays(1));

    watch.close();
    watch.await();

    assertThat(watch.isOpen()).isFalse();
  }
}
