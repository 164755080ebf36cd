package io.cornershop.eventing.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.publishing.RelayStatus.Condition;
import io.cornershop.testing.Await;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Three nodes whose clocks are minutes apart write the same aggregates; their relays go. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TakeOverIT {

  private static final int MOVES = Integer.getInteger("cornershop.test.take-overs", 1);

  @Test
  void another_node_takes_over_when_the_relay_is_killed() {
    try (CrashScene scene = new CrashScene()) {
      List<EngineProcess> nodes = startThree(scene);
      EngineProcess killed = active(nodes);
      scene.awaitPositions(50);

      killed.kill();
      List<EngineProcess> others = nodes.stream().filter(node -> node != killed).toList();
      scene.note("kill -9: numbered again after " + takeOver(scene, others) + " ms");

      assertThat(others).filteredOn(node -> node.relay() == Condition.RUNNING).hasSize(1);
      scene.awaitPositions(50);
      others.forEach(EngineProcess::stop);
      scene.assertNothingIsLost("early", "right", "late");
    }
  }

  @Test
  void a_relay_that_was_frozen_and_wakes_up_behind_its_successor_does_no_harm() {
    try (CrashScene scene = new CrashScene()) {
      List<EngineProcess> nodes = startThree(scene);
      for (int move = 0; move < MOVES; move++) {
        EngineProcess frozen = active(nodes);
        scene.awaitPositions(50);

        frozen.freeze();
        List<EngineProcess> others = nodes.stream().filter(node -> node != frozen).toList();
        scene.note("SIGSTOP: numbered again after " + takeOver(scene, others) + " ms");
        scene.awaitPositions(50);
        frozen.thaw();

        frozen.awaitRelay(Condition.STANDBY);
        scene.awaitPositions(50);
      }
      nodes.forEach(EngineProcess::stop);
      scene.assertNothingIsLost("early", "right", "late");
    }
  }

  private static List<EngineProcess> startThree(CrashScene scene) {
    List<EngineProcess> nodes =
        Stream.of(
                scene.node("early").withClockOffset(Duration.ofMinutes(-7)),
                scene.node("right").withClockOffset(Duration.ofMillis(1)),
                scene.node("late").withClockOffset(Duration.ofMinutes(5)))
            .map(scene::start)
            .toList();
    Await.holds(
        "one relay, two at hand",
        () -> count(nodes, Condition.RUNNING) == 1 && count(nodes, Condition.STANDBY) == 2);
    return nodes;
  }

  private static long count(List<EngineProcess> nodes, Condition condition) {
    return nodes.stream().filter(node -> node.relay() == condition).count();
  }

  private static EngineProcess active(List<EngineProcess> nodes) {
    return nodes.stream()
        .filter(node -> node.relay() == Condition.RUNNING)
        .findFirst()
        .orElseThrow();
  }

  /** Milliseconds until one of the others gives numbers again. */
  private static long takeOver(CrashScene scene, List<EngineProcess> others) {
    long start = System.nanoTime();
    Await.holds("take-over", () -> count(others, Condition.RUNNING) == 1);
    scene.awaitPositions(1);
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
