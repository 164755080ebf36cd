package io.cornershop.eventing.consuming.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HeldWorkThreadTest extends HeldScene {

  @Test
  void is_dead_when_its_thread_ends_before_it_is_stopped() throws InterruptedException {
    assertThat(work.dead()).isEmpty();
    Thread thread = Thread.ofVirtual().start(work::run);
    thread.interrupt();
    thread.join(Duration.ofMinutes(1));

    assertThat(work.dead()).contains("the thread that works on held keys has ended");
  }

  @Test
  void is_not_dead_when_it_was_stopped() {
    work.stop();
    work.run();

    assertThat(work.dead()).isEmpty();
  }
}
