package io.cornershop.eventing.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimeKeyTest {

  private static final Instant NOON = Instant.parse("2026-03-08T12:00:00.123Z");

  @Test
  void holds_time_and_id() {
    String key = TimeKey.of(NOON, "order-1");

    assertThat(key).isEqualTo("001772971200123/order-1");
    assertThat(TimeKey.timeIn(key)).isEqualTo(NOON);
    assertThat(TimeKey.idIn(key)).isEqualTo("order-1");
  }

  @Test
  void sorts_like_the_time_and_then_the_id() {
    assertThat(TimeKey.of(NOON)).isLessThan(TimeKey.of(NOON, "a"));
    assertThat(TimeKey.of(NOON, "a")).isLessThan(TimeKey.of(NOON, "b"));
    assertThat(TimeKey.of(NOON, "z")).isLessThan(TimeKey.of(NOON.plusMillis(1)));
    assertThat(TimeKey.of(Instant.EPOCH)).isLessThan(TimeKey.of(NOON));
  }

  @Test
  void begins_with_the_epoch() {
    assertThat(TimeKey.of(Instant.EPOCH.minusMillis(1))).isEqualTo(TimeKey.of(Instant.EPOCH));
  }
}
