package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import io.cornershop.testing.death.Death;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The application dies when a certain step of the order process, forward or backward, has just been
 * stored and nobody knows, while other orders are at other steps. The next run goes on with all of
 * them, and dies at another step; after the last death nobody asks for anything any more.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeathAtEachStepIT {

  private static final int DEATHS = Integer.getInteger("cornershop.test.step-deaths", 1);
  private static final long SEED = Long.getLong("cornershop.test.seed", System.nanoTime());
  private static final int PIECES = 9;
  private static final String WHY = "{\"reason\": \"changed my mind\"}";

  private static final List<String> FORWARD =
      List.of(
          event("SagaStarted"),
          event("OrderCreated"),
          step("CreateOrder", false),
          event("StockReserved"),
          event("OrderValidated"),
          step("ReserveStock", false),
          event("PaymentInitiated"),
          event("PaymentAuthorized"),
          event("PaymentCompleted"),
          step("ProcessPayment", false),
          event("OrderConfirmed"),
          event("StockAllocated"),
          step("ConfirmOrder", false),
          event("SagaCompleted"));

  private static final List<String> BACKWARD =
      List.of(
          event("PaymentFailed"),
          event("SagaStepFailed"),
          event("SagaCompensationStarted"),
          step("ConfirmOrder", true),
          event("PaymentCancellationRequested"),
          event("PaymentRefunded"),
          step("ProcessPayment", true),
          event("StockReleased"),
          step("ReserveStock", true),
          event("OrderCancelled"),
          step("CreateOrder", true),
          event("SagaCompensationCompleted"));

  private final Random random = new Random(SEED);
  private final List<String> carts = new ArrayList<>();
  private final List<String> lamps = new ArrayList<>();

  private static String event(String name) {
    return "type" + name + "v1";
  }

  private static String step(String name, boolean compensation) {
    return "step%scompensation%slate".formatted(name, compensation);
  }

  private static Death after(String stored) {
    return new Death("io.cornershop.eventing.store.mongo.MongoEventStore", "append", 1, stored);
  }

  /** Some of all, in any order. */
  private List<String> deaths() {
    List<String> all = new ArrayList<>(FORWARD);
    all.addAll(BACKWARD);
    Collections.shuffle(all, random);
    return all.subList(0, Math.min(DEATHS, all.size()));
  }

  @Test
  void every_order_ends_without_anybody_asking_and_stock_and_money_add_up() {
    try (RunningPlatform platform = RunningPlatform.prepare("steps")) {
      Shop shop = Shop.at(platform.baseUri());
      for (String stored : deaths()) {
        System.out.println("seed " + SEED + ": dies after " + stored);
        platform.restartToDie(after(stored));
        shopUntilItDies(shop);
        platform.awaitEnd();
      }
      platform.restart();

      Books books = new Books(shop);
      List<String> orders = carts.stream().filter(cart -> isCheckedOut(shop, cart)).toList();
      assertThat(orders).isNotEmpty();
      Map<String, JsonNode> ends = books.assertEachIsPaidOrGivenUp(orders);
      lamps.forEach(lamp -> books.assertStock(lamp, PIECES, ends.values()));
      StoreAndTopics.assertAgree(shop, platform.kafka());
    }
  }

  /** Orders of every kind, none of which is waited for but the one that is cancelled. */
  private void shopUntilItDies(Shop shop) {
    try {
      Customer ada = shop.newCustomer();
      String lamp = shop.newProduct("9.95", PIECES);
      lamps.add(lamp);
      order(ada, lamp, 1, "sandbox-slow");
      order(ada, lamp, 2, "sandbox-decline");
      order(ada, lamp, PIECES + 1, "sandbox-approve");
      String regretted = order(ada, lamp, 3, "sandbox-approve");
      order(ada, lamp, 1, "sandbox-approve");
      ada.awaitOrder(regretted, "Confirmed");
      ada.shop().post("/api/orders/" + regretted + "/cancel", WHY);
    } catch (RuntimeException | AssertionError theApplicationIsGone) {
      return;
    }
  }

  /** An order has the id of its cart, which is known also when the check-out has no answer. */
  private String order(Customer customer, String product, int quantity, String card) {
    String cart = customer.cartWith(product, quantity);
    carts.add(cart);
    String body = Shop.CHECKOUT.replace("sandbox-approve", card);
    customer.shop().post("/api/carts/" + cart + "/checkout", body).expect(202);
    return cart;
  }

  private static boolean isCheckedOut(Shop shop, String cart) {
    String last = "/api/eventstore/events/Cart/" + cart + "?direction=backward&limit=1";
    JsonNode found = shop.as("auditor").get(last).expect(200).body();
    return found.path("items").path(0).path("eventType").asString().equals("CartCheckedOut");
  }
}
