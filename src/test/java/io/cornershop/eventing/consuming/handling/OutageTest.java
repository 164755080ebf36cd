package io.cornershop.eventing.consuming.handling;

import static io.cornershop.eventing.consuming.ConsumingFixtures.counted;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.Await;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What becomes of events while something that they need does not answer. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutageTest extends HeldScene {

  @Test
  void of_most_keys_makes_no_letters_and_ends_with_the_first_success() {
    Set<String> down = ConcurrentHashMap.newKeySet();
    down.add("all");
    Consumer<EventEnvelope> needed =
        event -> {
          if (!down.isEmpty()) {
            throw new Unavailable("no answer", Duration.ofSeconds(1), null);
          }
        };
    counting.doing(needed);
    other.doing(needed);
    for (int key = 0; key < 8; key++) {
      send(counted("key-" + key, 1));
    }
    Await.holds("it brakes", () -> failures.brake().isOn());
    down.clear();
    awaitAllFinished();
    assertThat(failures.brake().isOn()).isFalse();
    assertThat(all()).isEmpty();
    assertThat(counting.count() + other.count()).isEqualTo(16);
  }
}
