package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import io.cornershop.testing.TopicReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomerPlacesAnOrderIT {

  private final RunningPlatform platform = RunningPlatform.shared();
  private final Shop shop = Shop.at(platform.baseUri());
  private final Shop staff = shop.as("staff");

  @Test
  void the_order_of_a_checked_out_cart_is_read_with_the_prices_of_the_catalogue() {
    String productId = shop.newProduct("18.90", 20);
    JsonNode product =
        Await.until(() -> staff.get("/api/products/" + productId), found -> found.status() == 200)
            .body();
    Customer ada = shop.newCustomer();
    String cartId = ada.cartWith(productId, 3);

    Answer checkedOut = ada.checkOut(cartId).expect(202);

    String orderId = checkedOut.text("orderId");
    assertThat(checkedOut.header("Location")).endsWith("/api/orders/" + orderId);
    JsonNode order = ada.awaitOrder(orderId, "Confirmed").body();
    assertThat(order.path("orderId").asString()).isEqualTo(orderId);
    assertThat(order.path("customerId").asString()).isEqualTo(ada.id());
    assertThat(order.path("paymentStatus").asString()).isEqualTo("Completed");
    assertThat(order.path("sequence").asLong()).isEqualTo(3);
    JsonNode line = order.path("items").path(0);
    assertThat(order.path("items").size()).isEqualTo(1);
    assertThat(line.path("quantity").asInt()).isEqualTo(3);
    assertThat(line.path("unitPrice")).isEqualTo(product.path("price"));
    assertThat(line.path("totalPrice")).isEqualTo(order.path("totalAmount"));
  }

  @Test
  void an_order_that_was_just_accepted_is_never_unknown() {
    Customer ada = shop.newCustomer();
    String cartId = ada.cartWith(aProduct().path("productId").asString(), 1);

    String orderId = ada.checkOut(cartId).expect(202).text("orderId");

    Answer order = ada.shop().get("/api/orders/" + orderId);
    assertThat(order.status()).isIn(200, 202);
    ada.shop().get("/api/orders/" + orderId + "?minSequence=1&wait=10s").expect(200);
  }

  @Test
  void the_events_are_on_kafka_with_key_headers_and_cloud_events_attributes() {
    Customer ada = shop.newCustomer();
    String cartId = ada.cartWith(aProduct().path("productId").asString(), 2);
    String correlation = "journey-" + UUID.randomUUID();
    ada.shop()
        .post(
            "/api/carts/" + cartId + "/checkout",
            Shop.CHECKOUT,
            Map.of("X-Correlation-Id", correlation))
        .expect(202);

    List<ConsumerRecord<String, String>> cart =
        TopicReader.read(platform.kafka(), "carts.events", cartId, 3);
    List<ConsumerRecord<String, String>> order =
        TopicReader.read(platform.kafka(), "orders.events", cartId, 1);

    assertThat(cart)
        .extracting(r -> TopicReader.headers(r).get("eventType"))
        .containsExactly("CartCreated", "ItemAddedToCart", "CartCheckedOut");
    assertThat(cart)
        .extracting(r -> TopicReader.headers(r).get("sequence"))
        .containsExactly("1", "2", "3");
    Map<String, String> headers = TopicReader.headers(order.getFirst());
    JsonNode envelope = TopicReader.json(order.getFirst());
    assertThat(headers)
        .containsEntry("eventType", "OrderCreated")
        .containsEntry("aggregateType", "Order")
        .containsEntry("correlationId", correlation)
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_id", envelope.path("eventId").asString())
        .containsEntry("ce_type", "OrderCreated")
        .containsEntry("ce_subject", cartId)
        .containsEntry("content-type", "application/json")
        .containsKeys("ce_source", "ce_time", "epoch", "position");
    assertThat(envelope.path("position").asString()).isEqualTo(headers.get("position"));
    assertThat(envelope.path("metadata").path("causationId").asString())
        .isEqualTo(TopicReader.json(cart.getLast()).path("eventId").asString());
  }

  @Test
  void replay_gives_the_state_and_the_events_of_an_order() {
    Customer ada = shop.newCustomer();
    String orderId = ada.order(shop.newProduct("18.90", 20), 1, "sandbox-approve");
    ada.awaitOrder(orderId, "Confirmed");

    JsonNode replay =
        shop.as("auditor").get("/api/eventstore/replay/Order/" + orderId).expect(200).body();

    assertThat(replay.path("aggregateId").asString()).isEqualTo(orderId);
    assertThat(replay.path("aggregateType").asString()).isEqualTo("Order");
    assertThat(replay.path("eventCount").asInt()).isEqualTo(3);
    assertThat(replay.path("events").findValuesAsString("eventType"))
        .containsExactly("OrderCreated", "OrderValidated", "OrderConfirmed");
    assertThat(replay.path("reconstructedState").path("contents").path("orderId").asString())
        .isEqualTo(orderId);
  }

  @Test
  void the_sample_catalogue_has_ten_products_in_stock() {
    Await.until(() -> productsInStock(), inStock -> inStock >= 10);
  }

  private long productsInStock() {
    return staff
        .get("/api/products?limit=50")
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .map(product -> "/api/products/" + product.path("productId").asString() + "/stock")
        .filter(stock -> staff.get(stock).body().path("available").asInt() > 0)
        .count();
  }

  private JsonNode aProduct() {
    return Await.until(
            () -> staff.get("/api/products?limit=1"),
            answer -> answer.body().path("items").size() == 1)
        .body()
        .path("items")
        .path(0);
  }
}
