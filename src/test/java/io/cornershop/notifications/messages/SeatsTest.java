package io.cornershop.notifications.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SeatsTest {

  @Test
  void there_are_so_many_until_one_is_left() {
    Seats seats = new Seats(2, Duration.ofMillis(1));
    Transport.Seat first = seats.take().orElseThrow();
    assertThat(seats.take()).isPresent();
    assertThat(seats.take()).isEmpty();

    first.close();
    assertThat(seats.take()).isPresent();
    assertThat(seats.take()).isEmpty();
  }

  @Test
  void a_thread_that_is_to_end_does_not_wait() {
    Seats seats = new Seats(1, Duration.ofDays(1));
    Thread.currentThread().interrupt();

    assertThat(seats.take()).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }
}
