package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import io.cornershop.testing.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Customers who buy without a pause while something happens to the shop, and what they are owed.
 */
final class Purchases {

  static final String PRODUCT = "coffee-beans-1kg";

  /** Longer than a new node needs to take over what a dead one had. */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(60);

  /** A buyer's accepted order. */
  record Accepted(Customer customer, String orderId) {}

  private final List<Shop> entrances;
  private final ConcurrentLinkedQueue<Accepted> accepted = new ConcurrentLinkedQueue<>();

  /**
   * @param entrances one for each buyer; several may be the same
   */
  Purchases(List<Shop> entrances) {
    this.entrances = List.copyOf(entrances);
  }

  /** How many orders were accepted so far. */
  int count() {
    return accepted.size();
  }

  /** The buyers buy until the shop fails them; after so many orders somebody does something. */
  List<Accepted> buyUntil(int orders, Runnable event) {
    List<Customer> customers = new ArrayList<>();
    entrances.forEach(entrance -> customers.add(entrance.newCustomer()));
    int before = accepted.size();
    try (ExecutorService threads = Executors.newFixedThreadPool(entrances.size())) {
      customers.forEach(customer -> threads.submit(() -> buyUntilItFails(customer)));
      Await.until(TAKEN_OVER, () -> accepted.size() - before, bought -> bought >= orders);
      event.run();
    }
    return accepted();
  }

  /** All that were accepted. */
  List<Accepted> accepted() {
    return List.copyOf(accepted);
  }

  private void buyUntilItFails(Customer customer) {
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

  /** The order is in the read models, in the store and on Kafka, once. */
  static void assertAppearsOnce(Accepted accepted, Shop shop, String kafka) {
    Shop mine = shop.asCustomer(accepted.customer().id());
    Await.until(
        TAKEN_OVER,
        () -> mine.get("/api/orders/" + accepted.orderId()).status(),
        status -> status == 200);
    Answer list = mine.get("/api/orders?customerId=" + accepted.customer().id() + "&limit=500");
    assertThat(list.expect(200).body().path("items").valueStream())
        .filteredOn(order -> order.path("orderId").asString().equals(accepted.orderId()))
        .hasSize(1);
    Answer replay = shop.as("auditor").get("/api/eventstore/replay/Order/" + accepted.orderId());
    assertThat(replay.expect(200).body().path("eventCount").asInt()).isEqualTo(1);
    assertThat(TopicReader.read(kafka, "orders.events", accepted.orderId(), 1))
        .extracting(record -> TopicReader.json(record).path("eventId").asString())
        .containsOnly(replay.body().path("events").path(0).path("eventId").asString());
  }
}
