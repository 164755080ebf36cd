package io.cornershop.eventing.consuming.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LoopHealthTest {

  private final AtomicLong nanos = new AtomicLong();
  private final LoopHealth health = new LoopHealth(nanos::get);

  @Test
  void a_loop_that_goes_round_lives() {
    pass(4);
    health.turned();
    pass(4);
    assertThat(health.dead()).isEmpty();
  }

  @Test
  void a_loop_that_does_not_go_round_for_minutes_is_dead() {
    pass(6);
    assertThat(health.dead()).contains("it stands still");
  }

  @Test
  void a_loop_that_fails_of_itself_for_minutes_is_dead() {
    for (int minute = 0; minute < 6; minute++) {
      health.failed(new IllegalStateException("a bug"));
      assertThat(health.dead()).isEmpty();
      pass(1);
    }
    assertThat(health.dead()).contains("it fails again and again: java.lang.IllegalStateException");
    health.turned();
    assertThat(health.dead()).isEmpty();
  }

  @Test
  void an_outage_is_waited_for_however_long() {
    for (int minute = 0; minute < 20; minute += 2) {
      health.failed(new KafkaException(new TimeoutException("no broker")));
      pass(1);
      health.failed(new Unavailable("no database", Duration.ofSeconds(1), null));
      pass(1);
      assertThat(health.dead()).isEmpty();
    }
  }

  private void pass(int minutes) {
    nanos.addAndGet(Duration.ofMinutes(minutes).toNanos());
  }
}
