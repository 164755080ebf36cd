package io.cornershop.eventing.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemoryPositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.CounterFixtures;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckpointTest {

  private final CounterShop shop = new CounterShop("counters");

  @Test
  void marks_wait_for_a_quiet_moment_and_are_taken_then() {
    Checkpoint checkpoint = new Checkpoint(shop.outbox());
    Commit door = shop.count("door", 1);

    checkpoint.numbered(List.of(door.id()));
    assertThat(checkpoint.hasMarksToTake()).isTrue();
    checkpoint.unmarkAll();

    assertThat(checkpoint.hasMarksToTake()).isFalse();
    assertThat(shop.store.findPending(10)).isEmpty();
  }

  @Test
  void a_store_without_marks_gives_nothing_to_do() {
    InMemoryEventStore unmarked =
        new InMemoryEventStore(StoreLimits.USUAL, CounterFixtures.CLOCK, false);
    Checkpoint checkpoint =
        new Checkpoint(new Outbox(unmarked, new InMemoryPositionLog(), shop.types));

    checkpoint.numbered(List.of("Counter/door/000000000001"));

    assertThat(checkpoint.hasMarksToTake()).isFalse();
  }
}
