package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import io.cornershop.testing.TopicHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

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

  /** Every order is in the read models, in the store and on Kafka, once, and comes to its end. */
  static void assertAppearOnce(List<Accepted> orders, Shop shop, String kafka) {
    Map<String, List<Accepted>> byCustomer =
        orders.stream().collect(Collectors.groupingBy(order -> order.customer().id()));
    byCustomer.forEach((id, own) -> assertListed(shop.asCustomer(id), id, own));
    List<String> ids = orders.stream().map(Accepted::orderId).toList();
    new Books(shop).assertEachIsPaidOrGivenUp(ids);
    TopicHistory published = TopicHistory.of(kafka, "orders.events");
    assertThat(published.disordered()).isEmpty();
    for (String id : ids) {
      Answer replay = shop.as("auditor").get("/api/eventstore/replay/Order/" + id).expect(200);
      List<String> types = replay.body().path("events").findValuesAsString("eventType");
      assertThat(types).containsOnlyOnce("OrderCreated").doesNotHaveDuplicates();
      assertThat(published.sequences().get(id)).hasSameSizeAs(types);
    }
  }

  private static void assertListed(Shop customer, String id, List<Accepted> own) {
    for (Accepted order : own) {
      Await.until(
          TAKEN_OVER,
          () -> customer.get("/api/orders/" + order.orderId()).status(),
          status -> status == 200);
    }
    Answer list = customer.get("/api/orders?customerId=" + id + "&limit=500");
    assertThat(list.expect(200).body().path("items").findValuesAsString("orderId"))
        .doesNotHaveDuplicates()
        .containsAll(own.stream().map(Accepted::orderId).toList());
  }
}
