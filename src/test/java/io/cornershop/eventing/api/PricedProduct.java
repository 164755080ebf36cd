package io.cornershop.eventing.api;

import io.cornershop.testing.Shop;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/** A product whose price changes twice: a stream of three events. */
public final class PricedProduct {

  private PricedProduct() {}

  /** Adds it under this correlation id and returns its own id. */
  public static String add(Shop shop, String correlationId) {
    Shop staff = shop.as("staff");
    String id =
        staff
            .post(
                "/api/products",
                "{\"name\": \"Teapot\", \"price\": " + price("10.00") + "}",
                Map.of("X-Correlation-Id", correlationId))
            .expect(201)
            .text("productId");
    for (String amount : List.of("11.00", "12.00")) {
      String body = "{\"price\": " + price(amount) + "}";
      staff
          .send(
              "PUT",
              "/api/products/" + id + "/price",
              BodyPublishers.ofString(body),
              Map.of("Idempotency-Key", id + amount))
          .expect(204);
    }
    return id;
  }

  private static String price(String amount) {
    return "{\"amount\": \"" + amount + "\", \"currency\": \"EUR\"}";
  }
}
