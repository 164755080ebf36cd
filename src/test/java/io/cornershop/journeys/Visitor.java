package io.cornershop.journeys;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody who orders at random and changes its mind at random, through all deaths of the shop: a
 * request without an answer is repeated under its key until it has one.
 */
final class Visitor {

  private static final Duration BACK = Duration.ofSeconds(120);
  private static final List<String> CARDS =
      List.of(
          "sandbox-approve",
          "sandbox-approve",
          "sandbox-approve",
          "sandbox-decline",
          "sandbox-insufficient-funds",
          "sandbox-timeout",
          "sandbox-slow",
          "sandbox-capture-fails");
  private static final String WHY = "{\"reason\": \"changed my mind\"}";
  private static final String PARCEL = "{\"trackingNumber\": \"T-1\", \"carrier\": \"DHL\"}";
  private static final int MOST_PIECES = 3;
  private static final int MOST_STEPS = 4;

  /** What all visitors do together. */
  record Diary(List<String> products, Queue<String> orders, Map<String, AtomicInteger> delivered) {

    Diary(List<String> products, Map<String, AtomicInteger> delivered) {
      this(List.copyOf(products), new ConcurrentLinkedQueue<>(), delivered);
    }
  }

  private final Shop staff;
  private final Customer me;
  private final Random random;
  private final Diary diary;

  Visitor(Shop shop, long seed, Diary diary) {
    this.staff = shop.as("staff");
    this.me = shop.newCustomer();
    this.random = new Random(seed);
    this.diary = diary;
  }

  /** One journey: an order of one or two products, and what comes into one's mind. */
  void travel() {
    String cart =
        answered(me.shop(), "/api/carts", "{\"customerId\": \"%s\"}".formatted(me.id()))
            .expect(201)
            .text("cartId");
    for (String product : pick()) {
      answered(
              me.shop(),
              "/api/carts/" + cart + "/items",
              Shop.item(product, 1 + random.nextInt(MOST_PIECES)))
          .expect(204);
    }
    String body = Shop.CHECKOUT.replace("sandbox-approve", CARDS.get(random.nextInt(CARDS.size())));
    answered(me.shop(), "/api/carts/" + cart + "/checkout", body).expect(202);
    diary.orders().add(cart);
    for (int i = random.nextInt(MOST_STEPS); i > 0; i--) {
      meddle(cart);
    }
  }

  private List<String> pick() {
    List<String> picked = new ArrayList<>(diary.products());
    while (picked.size() > 2 || picked.size() > 1 && random.nextBoolean()) {
      picked.remove(random.nextInt(picked.size()));
    }
    return picked;
  }

  private void meddle(String order) {
    String path = "/api/orders/" + order;
    switch (random.nextInt(6)) {
      case 0 -> answered(me.shop(), path + "/cancel", WHY);
      case 1 -> answered(staff, path + "/cancel", WHY);
      case 2 -> answered(staff, path + "/ship", PARCEL);
      case 3 -> answered(staff, path + "/deliver", "");
      case 4 -> answered(me.shop(), path + "/return", WHY);
      default -> deliver(diary.products().get(random.nextInt(diary.products().size())));
    }
  }

  private void deliver(String product) {
    int pieces = 1 + random.nextInt(MOST_PIECES);
    answered(staff, "/api/products/" + product + "/stock", Shop.change(pieces)).expect(204);
    diary.delivered().get(product).addAndGet(pieces);
  }

  private static Answer answered(Shop caller, String path, String body) {
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    return Await.until(BACK, () -> answer(caller, path, body, key), Visitor::isFinal).orElseThrow();
  }

  private static Optional<Answer> answer(
      Shop caller, String path, String body, Map<String, String> key) {
    try {
      return Optional.of(caller.post(path, body, key));
    } catch (UncheckedIOException theShopIsGone) {
      return Optional.empty();
    }
  }

  private static boolean isFinal(Optional<Answer> answer) {
    return answer
        .filter(given -> given.status() < 500)
        .filter(given -> !given.text("code").equals("request-in-progress"))
        .isPresent();
  }
}
