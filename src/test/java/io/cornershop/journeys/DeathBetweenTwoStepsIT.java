package io.cornershop.journeys;

import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.death.Death;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The whole application on the embedded database dies between any two steps of the way of an event,
 * while customers buy; the next run recovers while they buy on, and dies at the next step.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeathBetweenTwoStepsIT {

  private static final int ROUNDS = Integer.getInteger("cornershop.test.death-rounds", 1);
  private static final long SEED = Long.getLong("cornershop.test.seed", System.nanoTime());
  private static final int BUYERS = 4;

  /** Enough for the first start, which fills the catalogue, and some orders. */
  private static final int EARLIEST = 80;

  private static final int LATEST = 130;

  /** Each record counts twice, and a start sends again what the last run has not marked. */
  private static final int SENDS = 5;

  private final Random random = new Random(SEED);

  /** What has just been done, and nobody knows. */
  private List<Death> deaths() {
    return List.of(
        at("eventing.store.mongo.MongoEventStore", "append"),
        at("eventing.store.mongo.MongoPositionLog", "append"),
        at("eventing.publishing.Publication", "send").later(SENDS),
        at("eventing.store.mongo.MongoPositionLog", "markPublished"));
  }

  private Death at(String type, String method) {
    return new Death("io.cornershop." + type, method, random.nextInt(EARLIEST, LATEST));
  }

  @Test
  void nothing_accepted_is_lost_and_nothing_happens_twice() {
    try (RunningPlatform platform = RunningPlatform.prepare("deaths")) {
      Shop shop = Shop.at(platform.baseUri());
      Purchases purchases = new Purchases(Collections.nCopies(BUYERS, shop));
      for (int round = 0; round < ROUNDS; round++) {
        for (Death death : deaths()) {
          System.out.println("seed " + SEED + ", round " + round + ": " + death);
          platform.restartToDie(death);
          purchases.buyUntil(1, platform::awaitEnd);
        }
      }
      platform.restart();

      Purchases.assertAppearOnce(purchases.accepted(), shop, platform.kafka());
      StoreAndTopics.assertAgree(shop, platform.kafka());
    }
  }
}
