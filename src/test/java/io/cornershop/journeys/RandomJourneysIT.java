package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.journeys.Visitor.Diary;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Visitors order, pay with all cards and meddle at random, the application is killed at random;
 * then every process has ended, and stock and money add up to the piece and the cent.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RandomJourneysIT {

  private static final int JOURNEYS = Integer.getInteger("cornershop.test.journeys", 200);
  private static final long SEED = Long.getLong("cornershop.test.seed", System.nanoTime());
  private static final int JOURNEYS_TO_A_DEATH = 60;
  private static final int VISITORS = 4;
  private static final int PRODUCTS = 3;
  private static final int PIECES = JOURNEYS * 3 / 10;
  private static final Duration LIVED = Duration.ofMinutes(10);

  @Test
  void leave_nothing_open_and_everything_accounted_for() {
    System.out.println("seed " + SEED);
    try (RunningPlatform platform = RunningPlatform.start("journeys")) {
      Shop shop = Shop.at(platform.baseUri());
      Diary diary = diary(shop);
      try (ExecutorService threads = Executors.newFixedThreadPool(VISITORS)) {
        CompletableFuture<?>[] visits =
            IntStream.range(0, VISITORS)
                .mapToObj(number -> new Visitor(shop, SEED + number, diary))
                .map(visitor -> CompletableFuture.runAsync(() -> travel(visitor), threads))
                .toArray(CompletableFuture<?>[]::new);
        killAtRandom(platform, diary);
        CompletableFuture.allOf(visits).join();
      }

      assertAddsUp(platform, shop, diary);
    }
  }

  private static Diary diary(Shop shop) {
    List<String> products =
        Stream.generate(() -> shop.newProduct("9.95", PIECES)).limit(PRODUCTS).toList();
    return new Diary(
        products,
        products.stream()
            .collect(Collectors.toMap(Function.identity(), id -> new AtomicInteger(PIECES))));
  }

  private static void travel(Visitor visitor) {
    for (int i = 0; i < JOURNEYS / VISITORS; i++) {
      visitor.travel();
    }
  }

  private static void killAtRandom(RunningPlatform platform, Diary diary) {
    Random random = new Random(SEED);
    int next = 0;
    while (next + JOURNEYS_TO_A_DEATH < JOURNEYS) {
      int death = next + 1 + random.nextInt(JOURNEYS_TO_A_DEATH);
      Await.until(LIVED, diary.orders()::size, orders -> orders >= death);
      platform.killApplication();
      platform.restart();
      next += JOURNEYS_TO_A_DEATH;
    }
  }

  private static void assertAddsUp(RunningPlatform platform, Shop shop, Diary diary) {
    assertThat(diary.orders()).hasSize(JOURNEYS / VISITORS * VISITORS);
    Books books = new Books(shop);
    Map<String, JsonNode> ends = books.assertEachIsPaidOrGivenUp(diary.orders());
    diary
        .delivered()
        .forEach((product, pieces) -> books.assertStock(product, pieces.get(), ends.values()));
    assertThat(Provider.read(platform.mongoUri()))
        .isEqualTo(new Provider(0, due(ends.values()), List.of()));
    StoreAndTopics.assertAgree(shop, platform.kafka());
  }

  private static long due(Collection<JsonNode> orders) {
    return orders.stream()
        .filter(Books::isKept)
        .map(order -> order.path("totalAmount").path("amount").asString())
        .mapToLong(amount -> Long.parseLong(amount.replace(".", "")))
        .sum();
  }
}
