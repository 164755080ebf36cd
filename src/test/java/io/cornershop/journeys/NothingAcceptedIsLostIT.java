package io.cornershop.journeys;

import static io.cornershop.journeys.Purchases.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.journeys.Purchases.Accepted;
import io.cornershop.testing.Answer;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What was answered 2xx survives every death, and has its effect once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NothingAcceptedIsLostIT {

  private static final int BUYERS = 4;

  private final RunningPlatform platform = RunningPlatform.shared();
  private final Shop shop = Shop.at(platform.baseUri());

  @Test
  void orders_accepted_before_the_application_is_killed_appear_once() {
    List<Accepted> accepted = buyUntil(platform::killApplication);
    platform.restart();
    assertAppearOnce(accepted);
  }

  @Test
  void a_full_disk_for_the_log_stops_no_order() {
    List<Accepted> before = buyUntil(platform::killApplication);
    platform.restartWithoutRoomForLogs();
    List<Accepted> meanwhile = buyUntil(platform::killApplication);
    platform.restart();

    assertThat(meanwhile).isNotEmpty();
    assertAppearOnce(before);
    assertAppearOnce(meanwhile);
  }

  @Test
  void orders_accepted_before_everything_is_killed_appear_once() {
    List<Accepted> accepted = buyUntil(platform::killEverything);
    platform.restart();
    assertAppearOnce(accepted);
  }

  @Test
  void a_stop_amid_orders_loses_none_and_refuses_only_with_503() {
    Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    List<Accepted> accepted;
    try (ExecutorService visitors = Executors.newFixedThreadPool(BUYERS)) {
      for (int i = 0; i < BUYERS; i++) {
        Customer visitor = shop.newCustomer();
        visitors.submit(() -> openCartsUntilItFails(visitor, answers));
      }
      accepted = buyUntil(platform::stop);
    }
    platform.restart();

    assertThat(answers).extracting(Answer::status).contains(201).isSubsetOf(201, 503);
    assertAppearOnce(accepted);
  }

  private static void openCartsUntilItFails(Customer visitor, Queue<Answer> answers) {
    String body = "{\"customerId\": \"%s\"}".formatted(visitor.id());
    try {
      while (true) {
        answers.add(visitor.shop().post("/api/carts", body));
      }
    } catch (UncheckedIOException theApplicationIsGone) {
      return;
    }
  }

  @Test
  void a_repeat_with_the_same_key_after_a_crash_has_one_effect() {
    Customer ada = shop.newCustomer();
    String cartId = ada.cartWith(PRODUCT, 1);
    Map<String, String> key = Map.of("Idempotency-Key", "add-once");
    String path = "/api/carts/" + cartId + "/items";
    Answer first = ada.shop().post(path, Shop.item(PRODUCT, 2), key).expect(204);
    platform.killApplication();
    platform.restart();

    Answer repeat = ada.shop().post(path, Shop.item(PRODUCT, 2), key);

    assertThat(repeat.status()).isEqualTo(first.status());
    assertThat(repeat.header("ETag")).isEqualTo(first.header("ETag"));
    Answer cart = ada.shop().get("/api/carts/" + cartId + "?minSequence=3&wait=10s").expect(200);
    assertThat(cart.body().path("items").path(0).path("quantity").asInt()).isEqualTo(3);
  }

  private List<Accepted> buyUntil(Runnable plug) {
    Purchases purchases = new Purchases(Collections.nCopies(BUYERS, shop));
    return purchases.buyUntil(2 * BUYERS, plug);
  }

  private void assertAppearOnce(List<Accepted> accepted) {
    Purchases.assertAppearOnce(accepted, shop, platform.kafka());
  }
}
