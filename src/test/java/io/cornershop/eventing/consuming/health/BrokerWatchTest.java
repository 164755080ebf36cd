package io.cornershop.eventing.consuming.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrokerWatchTest {

  private final List<Boolean> away = new ArrayList<>();
  private Optional<Double> received = Optional.of(0.0);
  private long now = -Duration.ofHours(1).toNanos();
  private final BrokerWatch watch = new BrokerWatch("projections", () -> received, () -> now);

  private void look(int second, double bytes) {
    now = Duration.ofSeconds(second).toNanos();
    received = Optional.of(bytes);
    watch.look();
    away.add(watch.away());
  }

  @Test
  void brokers_are_away_from_a_long_silence_to_the_next_byte() {
    look(0, 5);
    look(11, 5);
    look(12, 5);
    look(60, 5);
    look(61, 6);
    look(62, 6);
    assertThat(away).isEqualTo(List.of(false, false, true, true, false, false));
  }

  @Test
  void nothing_is_said_of_what_a_client_does_not_measure() {
    received = Optional.empty();
    now = Duration.ofHours(1).toNanos();
    watch.look();
    assertThat(watch.away()).isFalse();
  }
}
