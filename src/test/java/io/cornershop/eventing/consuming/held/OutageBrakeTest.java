package io.cornershop.eventing.consuming.held;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutageBrakeTest {

  private long now;
  private int busy = 10;
  private final OutageBrake brake =
      new OutageBrake(
          "projections",
          new OutageBrake.Settings(0.5, 3, Duration.ofSeconds(1)),
          () -> busy,
          () -> now);

  @Test
  void is_put_on_when_the_share_of_the_keys_fails() {
    failing(4);
    assertThat(brake.isOn()).isFalse();
    failing(5);
    assertThat(brake.isOn()).isTrue();
  }

  @Test
  void is_not_put_on_by_fewer_keys_than_the_minimum() {
    busy = 2;
    failing(2);
    assertThat(brake.isOn()).isFalse();
  }

  @Test
  void counts_a_key_once() {
    IntStream.range(0, 9).forEach(n -> brake.failed("same"));
    assertThat(brake.isOn()).isFalse();
  }

  @Test
  void lets_everything_be_tried_while_there_is_no_outage() {
    assertThat(List.of(brake.mayTry(), brake.mayTry())).isEqualTo(List.of(true, true));
  }

  @Test
  void lets_one_probe_through_in_each_interval() {
    failing(5);
    assertThat(brake.mayTry()).isFalse();
    now += Duration.ofSeconds(1).toNanos();
    assertThat(List.of(brake.mayTry(), brake.mayTry())).isEqualTo(List.of(true, false));
    now += Duration.ofSeconds(1).toNanos();
    assertThat(brake.mayTry()).isTrue();
  }

  @Test
  void ends_with_the_first_success() {
    failing(5);
    brake.succeeded("any");
    assertThat(brake.isOn()).isFalse();
    failing(4);
    assertThat(brake.isOn()).isFalse();
  }

  @Test
  void ends_when_nobody_is_left_to_probe() {
    failing(5);
    IntStream.range(0, 5).forEach(n -> brake.left("key-" + n));
    assertThat(brake.isOn()).isFalse();
  }

  private void failing(int keys) {
    IntStream.range(0, keys).forEach(n -> brake.failed("key-" + n));
  }
}
