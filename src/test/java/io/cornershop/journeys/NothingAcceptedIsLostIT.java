package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import io.cornershop.testing.TopicReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What was answered 2xx survives every death, and has its effect once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NothingAcceptedIsLostIT {

  private static final String PRODUCT = "coffee-beans-1kg";
  private static final int BUYERS = 4;

  private final RunningPlatform platform = RunningPlatform.shared();
  private final Shop shop = Shop.at(platform.baseUri());

  /** A buyer's accepted order. */
  private record Accepted(Customer customer, String orderId) {}

  @RepeatedTest(3)
  void orders_accepted_before_the_application_is_killed_appear_once() {
    List<Accepted> accepted = buyUntil(platform::killApplication);
    platform.restart();
    accepted.forEach(this::assertOrderAppearsOnce);
  }

  @Test
  void orders_accepted_before_everything_is_killed_appear_once() {
    List<Accepted> accepted = buyUntil(platform::killEverything);
    platform.restart();
    accepted.forEach(this::assertOrderAppearsOnce);
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
    accepted.forEach(this::assertOrderAppearsOnce);
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

  /** Several customers buy without a pause; after some orders somebody pulls the plug. */
  private List<Accepted> buyUntil(Runnable plug) {
    ConcurrentLinkedQueue<Accepted> accepted = new ConcurrentLinkedQueue<>();
    List<Future<?>> buyers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(BUYERS)) {
      for (int i = 0; i < BUYERS; i++) {
        Customer customer = shop.newCustomer();
        buyers.add(threads.submit(() -> buyUntilItFails(customer, accepted)));
      }
      Await.until(accepted::size, size -> size >= 2 * BUYERS);
      plug.run();
    }
    return List.copyOf(accepted);
  }

  private static void buyUntilItFails(Customer customer, ConcurrentLinkedQueue<Accepted> accepted) {
    try {
      while (true) {
        Answer answer = customer.checkOut(customer.cartWith(PRODUCT, 1));
        if (answer.status() != 202) {
          return;
        }
        accepted.add(new Accepted(customer, answer.text("orderId")));
      }
    } catch (RuntimeException | AssertionError theApplicationIsGone) {
      return;
    }
  }

  private void assertOrderAppearsOnce(Accepted accepted) {
    accepted.customer().awaitOrder(accepted.orderId());
    Answer mine =
        accepted
            .customer()
            .shop()
            .get("/api/orders?customerId=" + accepted.customer().id() + "&limit=500");
    assertThat(mine.expect(200).body().path("items").valueStream())
        .filteredOn(order -> order.path("orderId").asString().equals(accepted.orderId()))
        .hasSize(1);
    Answer replay = shop.as("auditor").get("/api/eventstore/replay/Order/" + accepted.orderId());
    assertThat(replay.expect(200).body().path("eventCount").asInt()).isEqualTo(1);
    assertThat(TopicReader.read(platform.kafka(), "orders.events", accepted.orderId(), 1))
        .extracting(record -> TopicReader.json(record).path("eventId").asString())
        .containsOnly(replay.body().path("events").path(0).path("eventId").asString());
  }
}
