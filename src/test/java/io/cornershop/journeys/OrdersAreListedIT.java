package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of orders over HTTP, filtered, sorted and page by page. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrdersAreListedIT {

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop staff = shop.as("staff");
  private final Customer ada = shop.newCustomer();
  private final String coffee = shop.newProduct("18.90", 20);

  private String order(int quantity) {
    String order = ada.order(coffee, quantity, "sandbox-approve");
    ada.awaitOrder(order, "Confirmed");
    return order;
  }

  private static List<String> ids(Answer list) {
    return StreamSupport.stream(list.expect(200).body().path("items").spliterator(), false)
        .map(order -> order.path("orderId").asString())
        .toList();
  }

  @Test
  void the_newest_is_first_unless_the_caller_wants_another_order() {
    String middle = order(2);
    String cheap = order(1);
    String dear = order(3);
    String mine = "/api/orders?customerId=" + ada.id();

    assertThat(ids(ada.shop().get("/api/orders"))).containsExactly(dear, cheap, middle);
    assertThat(ids(staff.get(mine))).containsExactly(dear, cheap, middle);
    assertThat(ids(staff.get(mine + "&sort=createdAt"))).containsExactly(middle, cheap, dear);
    assertThat(ids(staff.get(mine + "&sort=-updatedAt"))).containsExactly(dear, cheap, middle);
    assertThat(ids(staff.get(mine + "&sort=totalAmount"))).containsExactly(cheap, middle, dear);
    assertThat(ids(staff.get(mine + "&sort=-totalAmount"))).containsExactly(dear, middle, cheap);
  }

  @Test
  void filters_are_combined() {
    String order = order(1);
    String createdAt = ada.shop().get("/api/orders/" + order).expect(200).text("createdAt");
    String all =
        "/api/orders?customerId=%s&status=Confirmed&productId=%s".formatted(ada.id(), coffee);

    assertThat(ids(staff.get(all + "&from=" + createdAt))).containsExactly(order);
    assertThat(ids(staff.get(all + "&to=" + createdAt))).isEmpty();
    assertThat(ids(staff.get(all + "&from=2020-01-01&to=9999-12-31"))).containsExactly(order);
    assertThat(ids(staff.get(all + "&to=2020-01-01"))).isEmpty();
    assertThat(ids(staff.get("/api/orders?status=Shipped&customerId=" + ada.id()))).isEmpty();
    assertThat(ids(staff.get("/api/orders?productId=no-such-thing"))).isEmpty();
  }

  @Test
  void pages_give_each_order_once_while_new_ones_come() {
    List<String> before = IntStream.range(0, 7).mapToObj(n -> order(1)).toList();
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      Answer page = ada.shop().get("/api/orders?limit=2" + next);
      seen.addAll(ids(page));
      order(1);
      next = page.body().has("next") ? "&after=" + page.text("next") : "";
    } while (!next.isEmpty());

    assertThat(seen).isEqualTo(before.reversed());
  }

  @ParameterizedTest
  @CsvSource({
    "status=Lost, status",
    "sort=price, sort",
    "customerId=a%20b, customerId",
    "productId=%2F, productId",
    "from=soon, from",
    "to=2026-13-01, to",
    "from=2026-11-02&to=2026-11-01, to",
    "from=2026-11-01T12:00:00Z&to=2026-11-01T11:59:59Z, to",
    "limit=0, limit",
    "after=x, after"
  })
  void a_list_that_nobody_can_give_is_refused_by_the_name_of_its_field(String query, String field) {
    assertRefused(staff.get("/api/orders?" + query), field);
  }

  @Test
  void a_cursor_goes_on_in_its_own_list_only() {
    order(1);
    order(1);
    String mine = "/api/orders?customerId=" + ada.id() + "&limit=1";
    String next = "&after=" + staff.get(mine).expect(200).text("next");

    staff.get(mine + next).expect(200);
    ada.shop().get("/api/orders?limit=1" + next).expect(200);
    assertRefused(staff.get(mine + "&sort=createdAt" + next), "after");
    assertRefused(staff.get(mine + "&status=Confirmed" + next), "after");
    assertRefused(staff.get("/api/orders?limit=1" + next), "after");
    assertRefused(shop.newCustomer().shop().get("/api/orders?limit=1" + next), "after");
  }

  private static void assertRefused(Answer answer, String field) {
    answer.expect(400);
    assertThat(answer.body().path("errors").path(0).path("field").asString()).isEqualTo(field);
  }

  @Test
  void orders_of_others_are_not_for_customers() {
    ada.shop().get("/api/orders?customerId=" + shop.newCustomer().id()).expect(403);
  }
}
