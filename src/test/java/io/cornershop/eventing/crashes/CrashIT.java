package io.cornershop.eventing.crashes;

import io.cornershop.eventing.publishing.RelayStatus.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Nodes, database and broker die while commands are given. {@code -Dcornershop.test.kills} says how
 * many nodes die at random moments, beyond the one for each fault point, and {@code
 * -Dcornershop.test.fault-rounds} how often each fault point has its turn.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CrashIT {

  private static final int KILLS = Integer.getInteger("cornershop.test.kills", 3);
  private static final int FAULT_ROUNDS = Integer.getInteger("cornershop.test.fault-rounds", 1);
  private static final int SERVER_KILLS = Integer.getInteger("cornershop.test.server-kills", 1);
  private static final int LATEST_HIT = 4;
  private static final int LONGEST_LIFE_MILLIS = 2_500;
  private static final long SEED = Long.getLong("cornershop.test.seed", System.nanoTime());

  private final Random random = new Random(SEED);

  @Test
  void nothing_is_lost_whatever_step_a_node_dies_at() {
    try (CrashScene scene = new CrashScene()) {
      scene.note("seed %d: %d rounds of faults, %d kills".formatted(SEED, FAULT_ROUNDS, KILLS));
      for (Runnable death : deaths(scene)) {
        death.run();
      }
      scene.assertNothingIsLost("node");
    }
  }

  /** One node after the other, in any order. */
  private List<Runnable> deaths(CrashScene scene) {
    List<Runnable> deaths = new ArrayList<>();
    for (int round = 0; round < FAULT_ROUNDS; round++) {
      for (FaultPoint point : FaultPoint.values()) {
        int hit = 1 + random.nextInt(isRare(point) ? 1 : LATEST_HIT);
        Fault fault = new Fault(point, hit);
        deaths.add(() -> scene.start(scene.node("node").dyingAt(fault)).awaitFault());
      }
    }
    for (int kill = 0; kill < KILLS; kill++) {
      Duration life = Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS));
      deaths.add(() -> scene.start(scene.node("node")).killAfter(life));
    }
    Collections.shuffle(deaths, random);
    return deaths;
  }

  /** Whether it takes seconds until such a point is reached again. */
  private static boolean isRare(FaultPoint point) {
    return switch (point) {
      case AFTER_SWEEP, BEFORE_UNMARK, WITHIN_UNMARK, AFTER_UNMARK -> true;
      default -> false;
    };
  }

  @Test
  void nothing_is_lost_when_the_database_and_the_broker_die_under_load() {
    try (CrashScene scene = new CrashScene()) {
      EngineProcess node = scene.start(scene.node("node"));
      node.awaitRelay(Condition.RUNNING);
      for (int kill = 0; kill < SERVER_KILLS; kill++) {
        scene.awaitPositions(30);
        scene.database.kill();
        scene.database.restart();
        scene.awaitPositions(30);
        scene.broker.kill();
        scene.broker.restart();
      }
      scene.awaitPositions(1);
      node.stop();
      scene.note("database and broker killed " + SERVER_KILLS + " times each");
      scene.assertNothingIsLost("node");
    }
  }
}
