package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Where a cart lives for fifteen seconds instead of half an hour. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CartIsLeftAloneIT {

  private static RunningPlatform platform;

  private final Shop shop = Shop.at(platform.baseUri());
  private final Shop auditor = shop.as("auditor");

  @BeforeAll
  static void start() {
    platform =
        RunningPlatform.startWith("short-carts", Map.of("CORNERSHOP_CARTS_MAX_IDLE", "PT15S"));
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  private List<String> eventsOf(String stream) {
    Answer answer = auditor.get("/api/eventstore/events/" + stream);
    return answer.status() == 200
        ? answer.body().path("items").findValuesAsString("eventType")
        : List.of();
  }

  @Test
  void it_expires_by_itself_and_takes_nothing_more() {
    Customer ada = shop.newCustomer();
    String cart = ada.cartWith(Purchases.PRODUCT, 1);

    List<String> events =
        Await.until(() -> eventsOf("Cart/" + cart), all -> all.contains("CartExpired"));

    assertThat(events).isEqualTo(List.of("CartCreated", "ItemAddedToCart", "CartExpired"));
    Answer late = ada.shop().post("/api/carts/" + cart + "/items", Shop.item(Purchases.PRODUCT, 1));
    assertThat(late.expect(409).text("code")).isEqualTo("cart-expired");
  }

  @Test
  void a_product_brings_its_own_threshold_and_cannot_be_ordered_once_it_is_withdrawn() {
    Shop staff = shop.as("staff");
    String body =
        """
        {"name": "Sugar", "price": {"amount": "1.10", "currency": "EUR"}, "lowStockThreshold": 3}
        """;
    String product = staff.post("/api/products", body).expect(201).text("productId");
    Customer ada = shop.newCustomer();
    String cart = ada.cartWith(product, 1);

    staff.delete("/api/products/" + product).expect(204);

    assertThat(ada.checkOut(cart).expect(409).text("code")).isEqualTo("product-withdrawn");
    assertThat(Await.until(() -> eventsOf("Stock/" + product), all -> !all.isEmpty()))
        .isEqualTo(List.of("StockThresholdChanged"));
  }
}
