package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.orders.OrderCommand.CreateOrder;
import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.Node;
import io.cornershop.testing.SeveralNodes;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A shop with 1,200 orders: its lists, an upgrade of its node, and an outage of its broker. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyOrdersAreListedIT {

  private static final int ORDERS = 1_200;
  private static final Duration PATIENCE = Duration.ofSeconds(240);
  private static final String REBUILT = "/api/orders?limit=500&sort=createdAt&to=2026-10-01";

  private static final Map<String, Comparator<CreateOrder>> SORTS =
      Map.of(
          "createdAt", byTime(),
          "updatedAt", byTime(),
          "totalAmount", byAmount(),
          "-createdAt", byTime().reversed(),
          "-updatedAt", byTime().reversed(),
          "-totalAmount", byAmount().reversed());

  private static SeveralNodes servers;
  private static List<CreateOrder> orders;
  private static Node node;

  private final Shop staff = Shop.at(node.baseUri()).as("staff");

  @BeforeAll
  static void start() {
    servers = SeveralNodes.start("many-orders");
    orders = StoredOrders.append(servers.mongoUri(), ORDERS);
    node = servers.node("first").awaitReady();
    awaitRows("order_details");
    awaitRows("order_sales");
  }

  private static void awaitRows(String view) {
    try (StoredViews views = new StoredViews(servers.mongoUri())) {
      Await.until(PATIENCE, () -> views.count(view), rows -> rows >= ORDERS);
    }
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  private static Comparator<CreateOrder> byTime() {
    return Comparator.comparing(CreateOrder::at).thenComparing(order -> idOf(order));
  }

  private static Comparator<CreateOrder> byAmount() {
    return Comparator.comparing((CreateOrder o) -> o.totalAmount().currency().toString())
        .thenComparing(o -> o.totalAmount().minorUnits())
        .thenComparing(order -> idOf(order));
  }

  private static String idOf(CreateOrder order) {
    return order.orderId().value();
  }

  private List<String> pages(String query) {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      Answer page = staff.get("/api/orders?" + query + next).expect(200);
      ids.addAll(idsOf(page));
      next = page.body().has("next") ? "&after=" + page.text("next") : "";
    } while (!next.isEmpty());
    return ids;
  }

  private static List<String> idsOf(Answer page) {
    return StreamSupport.stream(page.body().path("items").spliterator(), false)
        .map(order -> order.path("orderId").asString())
        .toList();
  }

  @Test
  void pages_in_every_order_give_each_once_while_new_ones_come() {
    AtomicBoolean done = new AtomicBoolean();
    Customer ada = Shop.at(node.baseUri()).newCustomer();
    CompletableFuture<Void> buying =
        CompletableFuture.runAsync(
            () -> {
              while (!done.get()) {
                ada.checkOut(ada.cartWith(Purchases.PRODUCT, 1)).expect(202);
              }
            });

    SORTS.forEach(
        (sort, order) -> {
          List<String> seen = pages("limit=97&sort=" + sort);
          assertThat(seen).as(sort).doesNotHaveDuplicates();
          assertThat(seen.stream().filter(id -> id.startsWith("stored-")))
              .as(sort)
              .containsExactlyElementsOf(
                  orders.stream().sorted(order).map(ManyOrdersAreListedIT::idOf).toList());
        });

    done.set(true);
    buying.orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Test
  void filters_give_those_that_fulfil_them_and_no_others() {
    String product = "stored-product-2";
    String customer = "stored-customer-3";

    assertListed("customerId=" + customer, o -> o.customerId().value().equals(customer));
    assertListed("productId=" + product, o -> hasLine(o, product));
    assertListed("status=Created&to=2026-10-01", o -> true);
    assertListed("status=Shipped", o -> false);
    assertListed("from=2026-03-01&to=2026-03-31", o -> o.at().toString().contains("-03-"));
    assertListed(
        "from=2026-03-01T00:00:00Z&to=2026-03-10T10:00:00Z&customerId=%s&productId=%s"
            .formatted(customer, product),
        o ->
            o.at().toString().compareTo("2026-03-01") >= 0
                && o.at().toString().compareTo("2026-03-10T10:00:00Z") < 0
                && o.customerId().value().equals(customer)
                && hasLine(o, product));
  }

  private static boolean hasLine(CreateOrder order, String product) {
    return order.items().stream().anyMatch(line -> line.productId().value().equals(product));
  }

  private void assertListed(String filter, Predicate<CreateOrder> wanted) {
    assertThat(pages("limit=61&sort=createdAt&" + filter))
        .as(filter)
        .containsExactlyElementsOf(
            orders.stream()
                .filter(wanted)
                .sorted(byTime())
                .map(ManyOrdersAreListedIT::idOf)
                .toList());
  }

  @Test
  void a_cursor_of_another_list_and_a_page_that_is_too_long_are_refused() {
    String next = "&after=" + staff.get("/api/orders?limit=1").expect(200).text("next");

    staff.get("/api/orders?limit=500" + next).expect(200);
    staff.get("/api/orders?sort=createdAt" + next).expect(400);
    staff.get("/api/orders?status=Created" + next).expect(400);
    staff.get("/api/reports/inventory?limit=1" + next).expect(400);
    staff.get("/api/orders?limit=501").expect(400);
  }

  @Test
  void an_outage_of_the_broker_is_told_by_readiness_and_takes_no_node_out() {
    servers.freezeKafka();
    try {
      Await.until(PATIENCE, this::kafka, "down"::equals);
      Customer ada = Shop.at(node.baseUri()).newCustomer();
      ada.checkOut(ada.cartWith(Purchases.PRODUCT, 1)).expect(202);
      staff.get("/api/orders?limit=1").expect(200);
    } finally {
      servers.thawKafka();
    }
    Await.until(PATIENCE, this::kafka, "up"::equals);
  }

  private String kafka() {
    JsonNode check = staff.get("/health/ready").expect(200).body().path("checks").path(0);
    return check.path("data").path("kafka").asString();
  }

  @Test
  void a_newer_build_answers_503_until_it_has_rebuilt_what_an_older_one_has_made() {
    String before = staff.get(REBUILT).expect(200).response().body();
    node.close();
    try (StoredViews views = new StoredViews(servers.mongoUri())) {
      Set<String> details = views.rows("order_details", "stored-");
      Set<String> sales = views.rows("order_sales", "stored-");
      views.age();
      node = servers.node("upgraded").awaitReady();
      Shop upgraded = Shop.at(node.baseUri()).as("staff");

      List<Answer> answers = new ArrayList<>();
      Await.until(
          PATIENCE,
          () -> {
            answers.add(upgraded.get(REBUILT));
            return answers.getLast().status();
          },
          status -> status == 200);

      assertThat(answers.getFirst().status()).isEqualTo(503);
      answers.removeLast();
      assertThat(answers).allSatisfy(ManyOrdersAreListedIT::isBeingRebuilt);
      assertThat(upgraded.get(REBUILT).expect(200).response().body()).isEqualTo(before);
      awaitLive(views.names().size());
      assertThat(views.rows("order_details", "stored-")).hasSize(ORDERS).isEqualTo(details);
      assertThat(views.rows("order_sales", "stored-")).isEqualTo(sales);
    }
  }

  private static void isBeingRebuilt(Answer answer) {
    answer.expect(503);
    assertThat(answer.response().body()).contains("The read model order_details is being rebuilt");
    assertThat(answer.header("Retry-After")).isEqualTo("2");
  }

  private static void awaitLive(int views) {
    Shop operator = Shop.at(node.baseUri()).as("operator");
    Await.until(
        PATIENCE,
        () ->
            operator
                .get("/api/projections")
                .expect(200)
                .body()
                .path("items")
                .findValuesAsString("state"),
        states -> states.equals(Collections.nCopies(views, "LIVE")));
  }
}
