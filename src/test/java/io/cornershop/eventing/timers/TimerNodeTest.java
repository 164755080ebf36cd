package io.cornershop.eventing.timers;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Await;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimerNodeTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final Timer TEA = new Timer("tea/ada", "tea", "ada", NOON);

  private final FragileTimers timers = new FragileTimers();
  private final Bell bell = new Bell();
  private final List<TimerNode> nodes = new ArrayList<>();

  /** Rings, and knows which different firings it has seen, as the receiver of a command would. */
  private static final class Bell implements TimerHandler {

    private final ConcurrentLinkedQueue<Timer> fired = new ConcurrentLinkedQueue<>();
    private final Set<Timer> effects = ConcurrentHashMap.newKeySet();
    private volatile int failures;
    private volatile CountDownLatch stuck = new CountDownLatch(0);

    @Override
    public String kind() {
      return "tea";
    }

    @Override
    public void fire(Timer timer) {
      fired.add(timer);
      await(stuck);
      if (fired.size() <= failures) {
        throw new IllegalStateException("The bell is broken");
      }
      effects.add(timer);
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException("Interrupted", e);
      }
    }
  }

  @AfterEach
  void closeAll() {
    bell.stuck.countDown();
    nodes.forEach(TimerNode::close);
  }

  private TimerNode nodeAt(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    TimerSettings settings =
        new TimerSettings(clock, Duration.ofMillis(10), Duration.ofSeconds(30), 2);
    TimerNode node = new TimerNode(timers, List.of(bell), settings, Thread.ofVirtual().factory());
    nodes.add(node);
    return node;
  }

  private void schedule(Timer timer) {
    timers.schedule(timer.id(), timer.kind(), timer.subject(), timer.due());
  }

  private void awaitNoTimers() {
    Await.until(timers::all, List::isEmpty);
  }

  @Test
  void fires_what_became_due_while_no_node_was_there() {
    schedule(TEA);
    nodeAt(NOON.plus(Duration.ofDays(2))).start();
    awaitNoTimers();
    assertThat(bell.fired).containsExactly(TEA);
  }

  @Test
  void fires_nothing_before_it_is_due() {
    schedule(TEA);
    nodeAt(NOON.minusMillis(1)).look();
    assertThat(timers.all()).containsExactly(TEA);
    assertThat(timers.due(NOON, 9)).containsExactly(new DueTimer(TEA, Instant.EPOCH, 0));
  }

  @Test
  void is_dead_when_the_thread_that_looks_has_ended_and_nobody_has_closed_it() {
    TimerSettings settings = TimerSettings.usual(Clock.systemUTC(), Duration.ofMillis(10));
    TimerNode node =
        new TimerNode(
            timers, List.of(bell), settings, work -> Thread.ofVirtual().unstarted(() -> {}));
    assertThat(node.dead()).isEmpty();
    node.start();
    Await.holds("it has ended", () -> !node.dead().isEmpty());
    assertThat(node.dead()).isEqualTo(List.of("the thread that looks for timers has ended"));
    node.close();
    assertThat(node.dead()).isEmpty();
  }

  @Test
  void fires_once_when_two_nodes_look() {
    schedule(TEA);
    nodeAt(NOON).start();
    nodeAt(NOON).start();
    awaitNoTimers();
    assertThat(bell.fired).containsExactly(TEA);
  }

  @Test
  void has_one_effect_when_a_node_with_a_fast_clock_does_not_believe_a_claim() {
    schedule(TEA);
    bell.stuck = new CountDownLatch(1);
    nodeAt(NOON).look();
    nodeAt(NOON.plus(Duration.ofMinutes(7))).look();
    Await.until(bell.fired::size, seen -> seen == 2);
    bell.stuck.countDown();
    awaitNoTimers();
    assertThat(bell.effects).containsExactly(TEA);
  }

  @Test
  void goes_by_its_own_clock_however_wrong_it_is() {
    schedule(TEA);
    nodeAt(NOON.minus(Duration.ofMinutes(7))).look();
    assertThat(timers.all()).containsExactly(TEA);
    nodeAt(NOON).look();
    awaitNoTimers();
    assertThat(bell.fired).containsExactly(TEA);
  }

  @Test
  void fires_again_what_a_killed_node_has_fired_and_not_removed() {
    schedule(TEA);
    bell.fire(TEA);
    timers.claim(timers.due(NOON, 9).getFirst(), NOON.plusSeconds(30));
    nodeAt(NOON.plusSeconds(29)).look();
    assertThat(bell.fired).hasSize(1);
    nodeAt(NOON.plusSeconds(30)).look();
    awaitNoTimers();
    assertThat(bell.fired).containsExactly(TEA, TEA);
    assertThat(bell.effects).containsExactly(TEA);
  }

  @Test
  void keeps_a_timer_whose_handler_fails_for_later() {
    schedule(TEA);
    bell.failures = 2;
    nodeAt(NOON).look();
    DueTimer later =
        Await.until(() -> timers.due(NOON.plusSeconds(1), 9), found -> !found.isEmpty()).getFirst();
    assertThat(later).isEqualTo(new DueTimer(TEA, NOON.plusSeconds(1), 1));
    nodeAt(NOON.plusSeconds(1)).look();
    Await.until(() -> timers.due(NOON.plusSeconds(3), 9), found -> !found.isEmpty());
    assertThat(timers.due(NOON.plusSeconds(3).minusMillis(1), 9)).isEmpty();
    nodeAt(NOON.plusSeconds(3)).look();
    awaitNoTimers();
    assertThat(bell.fired).containsExactly(TEA, TEA, TEA);
  }

  @Test
  void keeps_a_timer_of_a_kind_that_it_does_not_know() {
    Timer unknown = new Timer("coffee/ada", "coffee", "ada", NOON);
    schedule(unknown);
    nodeAt(NOON).look();
    assertThat(Await.until(() -> timers.due(NOON.plusSeconds(1), 9), found -> !found.isEmpty()))
        .containsExactly(new DueTimer(unknown, NOON.plusSeconds(1), 1));
  }

  @Test
  void takes_no_more_than_it_has_room_for_and_the_rest_later() {
    List<Timer> all =
        List.of("a", "b", "c").stream().map(id -> new Timer(id, "tea", id, NOON)).toList();
    all.forEach(this::schedule);
    bell.stuck = new CountDownLatch(1);
    TimerNode node = nodeAt(NOON);
    node.look();
    node.look();
    Await.until(bell.fired::size, seen -> seen == 2);
    assertThat(timers.due(NOON, 9)).hasSize(1);
    bell.stuck.countDown();
    node.start();
    awaitNoTimers();
    assertThat(bell.fired).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void keeps_what_was_moved_while_it_was_fired_and_fires_it_at_its_new_time() {
    Timer moved = new Timer(TEA.id(), "tea", "ada", NOON.plusSeconds(60));
    schedule(TEA);
    bell.stuck = new CountDownLatch(1);
    TimerNode node = nodeAt(NOON);
    node.look();
    Await.until(bell.fired::size, seen -> seen == 1);
    schedule(moved);
    bell.stuck.countDown();
    node.close();
    assertThat(timers.all()).containsExactly(moved);
    nodeAt(moved.due()).look();
    awaitNoTimers();
    assertThat(bell.fired).containsExactly(TEA, moved);
  }

  @Test
  void does_not_fire_what_was_cancelled() {
    schedule(TEA);
    timers.cancel(TEA.id());
    TimerNode node = nodeAt(NOON);
    node.look();
    node.close();
    assertThat(bell.fired).isEmpty();
  }

  @Test
  void goes_on_when_the_database_is_back() {
    schedule(TEA);
    timers.away = true;
    nodeAt(NOON).start();
    Await.until(timers.refused::get, seen -> seen > 2);
    timers.away = false;
    awaitNoTimers();
    assertThat(bell.fired).containsExactly(TEA);
  }

  @Test
  void lets_what_it_fires_end_before_it_is_closed_and_begins_nothing_more() {
    schedule(TEA);
    TimerNode node = nodeAt(NOON);
    node.look();
    node.close();
    assertThat(timers.all()).isEmpty();
    schedule(TEA);
    node.look();
    assertThat(bell.fired).containsExactly(TEA);
  }
}
