package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Await;
import io.cornershop.testing.Node;
import io.cornershop.testing.SeveralNodes;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two application servers on one broker and one database, of which one dies. What customers are
 * sent is counted where it arrives.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoNodesServeOneShopIT {

  private static final String HOT = "tea-tin";
  private static final int DELIVERIES = 40;
  private static final Duration JOINED = Duration.ofSeconds(60);

  /** What a dead node was sending is left to another after half a minute. */
  private static final Duration SETTLED = Duration.ofSeconds(150);

  @Test
  void one_goes_on_for_both_when_the_one_that_publishes_is_killed() throws IOException {
    try (CountedProviders providers = CountedProviders.open();
        SeveralNodes servers = SeveralNodes.start("two-nodes")) {
      Map<String, String> environment = providers.environment();
      Node first = servers.node("first", environment).awaitReady();
      Node second = servers.node("second", environment).awaitReady();
      Shop here = Shop.at(first.baseUri());
      Shop there = Shop.at(second.baseUri());
      awaitRelay(here);
      awaitBothInEachAnswer(here, there);
      deliverThrough(here, there);
      tellOfAllAgain(providers, here, there);
      Purchases purchases = new Purchases(List.of(here, there, here, there));

      purchases.buyUntil(
          8,
          () -> {
            first.kill();
            int before = purchases.count();
            Await.until(purchases::count, count -> count >= before + 4);
            second.close();
          });
      Node third = servers.node("third", environment).awaitReady();

      Shop after = Shop.at(third.baseUri());
      Purchases.assertAppearOnce(purchases.accepted(), after, servers.kafka());
      assertThat(onHand(after)).isEqualTo(2 * DELIVERIES);
      StoreAndTopics.assertAgree(after, servers.kafka());
      assertToldOnce(providers, after);
    }
  }

  /** A delivered order, of which all ways tell; then both nodes meet all events once more. */
  private static void tellOfAllAgain(CountedProviders providers, Shop here, Shop there) {
    Customer ada = providers.adaAt(here);
    String order = ada.order(Purchases.PRODUCT, 1, "sandbox-approve");
    ada.awaitOrder(order, "Confirmed");
    CountedProviders.deliver(there.as("staff"), order);
    new EverythingAgain(there.as("operator"), JOINED).handleAllEvents("notifications");
  }

  /** Also when a third node meets once more what the other two have met. */
  private static void assertToldOnce(CountedProviders providers, Shop shop) {
    Shop operator = shop.as("operator");
    new EverythingAgain(operator, JOINED).handleAllEvents("notifications");
    List<CountedProviders.Told> told =
        Await.until(
            SETTLED,
            () -> providers.told(operator),
            all -> all.stream().allMatch(CountedProviders.Told::isSettled));
    assertThat(told)
        .extracting(Object::toString)
        .contains(
            "EMAIL OrderDelivered SENT 1", "SMS OrderShipped SENT 1", "PUSH OrderDelivered SENT 1");
    assertThat(told).allMatch(CountedProviders.Told::isRight);
    providers.assertNothingBeside(operator);
  }

  private static void awaitRelay(Shop shop) {
    Shop operator = shop.as("operator");
    Await.until(
        JOINED,
        () -> operator.get("/api/relay").expect(200).body().path("relay").asBoolean(),
        relay -> relay);
  }

  /** Whichever node an operator asks: each partition of a channel, and which of the two has it. */
  private static void awaitBothInEachAnswer(Shop here, Shop there) {
    for (Shop asked : List.of(here, there)) {
      for (String channel : List.of("projections", "notifications")) {
        Map<String, List<String>> topicsOfNodes =
            Await.until(
                JOINED,
                () -> partitionsByNode(asked.as("operator"), channel),
                byNode -> byNode.size() == 2);
        assertThat(topicsOfNodes.values().stream().flatMap(List::stream)).doesNotHaveDuplicates();
      }
    }
  }

  private static Map<String, List<String>> partitionsByNode(Shop operator, String channel) {
    JsonNode partitions =
        operator.get("/api/consumers/" + channel).expect(200).body().path("partitions");
    return StreamSupport.stream(partitions.spliterator(), false)
        .filter(partition -> !partition.path("stale").asBoolean())
        .collect(
            Collectors.groupingBy(
                partition -> partition.path("node").asString(),
                Collectors.mapping(
                    p -> p.path("topic").asString() + "-" + p.path("partition").asInt(),
                    Collectors.toList())));
  }

  /** The same stream through both nodes at once: each delivery once, although some are repeated. */
  private static void deliverThrough(Shop here, Shop there) {
    here.as("staff")
        .post(
            "/api/products",
            "{\"productId\": \"%s\", \"name\": \"Tea tin\", \"price\":".formatted(HOT)
                + " {\"amount\": \"4.50\", \"currency\": \"EUR\"}}")
        .expect(201);
    List<CompletableFuture<Void>> sides =
        IntStream.of(0, 1)
            .mapToObj(
                side ->
                    CompletableFuture.runAsync(
                        () -> deliver((side == 0 ? here : there).as("staff"), "side-" + side)))
            .toList();
    sides.forEach(CompletableFuture::join);
  }

  private static void deliver(Shop staff, String side) {
    String path = "/api/products/" + HOT + "/stock";
    Await.until(JOINED, () -> staff.get(path).status(), status -> status == 200);
    for (int i = 0; i < DELIVERIES; i++) {
      Map<String, String> key = Map.of("Idempotency-Key", side + "-" + i);
      String body = "{\"change\": 1, \"reason\": \"delivery\"}";
      int first = staff.post(path, body, key).status();
      assertThat(staff.post(path, body, key).status()).isEqualTo(first);
    }
  }

  private static int onHand(Shop shop) {
    return Await.until(
        JOINED,
        () -> shop.as("staff").get("/api/products/" + HOT + "/stock").body().path("onHand").asInt(),
        onHand -> onHand >= 2 * DELIVERIES);
  }
}
