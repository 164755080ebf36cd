package io.cornershop.eventing.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.publishing.RelaySignal.WakeUp;
import io.cornershop.eventing.publishing.topics.RelayTopic;
import io.cornershop.eventing.store.Commit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RelaySignalTest {

  private final CounterShop shop = new CounterShop("counters");
  private final RelaySignal signal = new RelaySignal();

  @Test
  void wake_ups_come_in_the_order_in_which_they_were_given() {
    Commit door = shop.count("door", 1);
    signal.accept(door);
    signal.accept("Counter/gate/000000000001");

    assertThat(signal.take(10))
        .containsExactly(
            new WakeUp(door.id(), Optional.of(door)),
            new WakeUp("Counter/gate/000000000001", Optional.empty()));
    assertThat(signal.takeSweepWish()).isFalse();
  }

  @Test
  void a_large_commit_waits_as_its_id() {
    Commit large = shop.count("door", 1_000);
    signal.accept(large);

    assertThat(signal.take(10)).containsExactly(new WakeUp(large.id(), Optional.empty()));
  }

  @Test
  void what_waits_can_lose_its_trust() {
    Commit door = shop.count("door", 1);
    Commit gate = shop.count("gate", 1);
    signal.accept(door);
    signal.accept(gate);
    signal.distrustWaiting();

    assertThat(signal.take(10)).containsExactly(WakeUp.of(door.id()), WakeUp.of(gate.id()));
  }

  @Test
  void what_does_not_fit_becomes_a_wish_for_a_sweep() {
    IntStream.rangeClosed(0, RelaySignal.CAPACITY).forEach(i -> signal.accept("commit-" + i));

    assertThat(signal.size()).isEqualTo(RelaySignal.CAPACITY);
    assertThat(signal.takeSweepWish()).isTrue();
    assertThat(signal.takeSweepWish()).isFalse();
  }

  @Test
  void wake_ups_travel_to_another_node_in_one_record() {
    RelaySignal other = new RelaySignal();

    RelayTopic.deliver(
        RelayTopic.wakeUp(List.of("commit-1", "commit-2"), true).value(),
        other::accept,
        other::sweepSoon);

    assertThat(other.take(10))
        .containsExactly(
            new WakeUp("commit-1", Optional.empty()), new WakeUp("commit-2", Optional.empty()));
    assertThat(other.takeSweepWish()).isTrue();
  }
}
