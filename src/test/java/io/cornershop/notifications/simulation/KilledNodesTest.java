package io.cornershop.notifications.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.notifications.delivery.GoneAddresses;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.State;
import io.cornershop.notifications.simulation.Steps.Killed;
import io.cornershop.orders.OrderFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A node ends between any two of its steps, and another goes on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KilledNodesTest {

  private static final Duration LONG = Duration.ofHours(4);

  private static World world() {
    World world = new World();
    world.people.put(People.ADA.customerId(), People.ADA);
    world.happen("Order", "cart-1", OrderFixtures.CREATED);
    world.happen("Order", "cart-1", OrderFixtures.SHIPPED);
    world.happen("Order", "cart-1", OrderFixtures.DELIVERED);
    return world;
  }

  /** Whether the node came to its end before the work did. */
  private static boolean diesAfter(int halfSteps, World world) {
    Steps steps = new Steps(halfSteps);
    try {
      NotifyingNode node =
          new NotifyingNode(
              world, steps, NotifyingNode.settings(1_000, 1_000), GoneAddresses.NOBODY);
      node.handle(world.events);
      node.fireAll(LONG);
      return false;
    } catch (Killed | IllegalStateException e) {
      // the engine wraps the end of work that it does for several at once
      if (steps.alive()) {
        throw e;
      }
      return true;
    }
  }

  /** Another node gets all events again, as the consumer group has no word of their end. */
  private static void goOn(World world) {
    NotifyingNode other = NotifyingNode.of(world);
    other.handle(world.events);
    world.time.pass(Duration.ofMinutes(1));
    other.fireAll(LONG);
  }

  private static void check(World world, int end, Set<State> allowed) {
    assertThat(world.entries()).as("after %d", end).hasSize(6);
    for (Entry entry : world.entries()) {
      int taken = world.taken().getOrDefault(entry.id(), 0);
      assertThat(entry.state()).as("after %d: %s", end, entry).isIn(allowed);
      assertThat(taken).as("after %d: %s", end, entry).isLessThanOrEqualTo(1);
      if (entry.state() == State.SENT) {
        assertThat(taken).as("after %d: %s", end, entry).isEqualTo(1);
        assertThat(world.toldOf(entry.id())).as("after %d: %s", end, entry).hasSize(1);
        assertThat(entry.open()).isFalse();
      } else {
        assertThat(world.toldOf(entry.id())).as("after %d: %s", end, entry).isEmpty();
      }
    }
  }

  @Test
  void without_an_end_each_message_goes_out_once() {
    World world = world();

    assertThat(diesAfter(Integer.MAX_VALUE, world)).isFalse();

    check(world, 0, Set.of(State.SENT));
    assertThat(world.timers.all()).isEmpty();
  }

  @Test
  void wherever_a_node_ends_nothing_is_lost_and_nothing_comes_twice() {
    int end = 1;
    World world = world();
    while (diesAfter(end, world)) {
      goOn(world);
      check(world, end, Set.of(State.SENT, State.UNKNOWN));
      assertThat(unknown(world)).as("after %d", end).hasSizeLessThanOrEqualTo(1);
      end++;
      world = world();
    }
    assertThat(end).isGreaterThan(100);
  }

  @Test
  void where_the_provider_can_be_asked_only_what_it_does_not_have_stays_unknown() {
    int end = 1;
    World world = forgettingNothing();
    while (diesAfter(end, world)) {
      goOn(world);
      for (Entry entry : unknown(world)) {
        assertThat(world.taken()).as("after %d", end).doesNotContainKey(entry.id());
      }
      end++;
      world = forgettingNothing();
    }
  }

  private static World forgettingNothing() {
    World world = world();
    world.providers.values().forEach(Provider::remembers);
    return world;
  }

  private static List<Entry> unknown(World world) {
    return world.entries().stream()
        .filter(entry -> entry.state() == State.UNKNOWN)
        .collect(Collectors.toList());
  }
}
