package io.cornershop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The shop as one caller sees it over HTTP. Immutable; {@link #as} gives the shop in the eyes of
 * another caller.
 */
public final class Shop {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final URI base;
  private final String token;

  private Shop(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** The shop without a token. */
  public static Shop at(URI base) {
    return new Shop(base, "");
  }

  /** The shop for somebody with this role. */
  public Shop as(String role) {
    return withToken(token("{\"role\": \"%s\"}".formatted(role)));
  }

  /** The shop for one customer. */
  public Shop asCustomer(String customerId) {
    return withToken(
        token("{\"role\": \"customer\", \"customerId\": \"%s\"}".formatted(customerId)));
  }

  public Shop withToken(String bearer) {
    return new Shop(base, bearer);
  }

  private String token(String body) {
    return at(base).post("/api/dev/tokens", body).expect(200).text("token");
  }

  /** A new customer, registered by itself, with its shop. */
  public Customer newCustomer() {
    String id = UUID.randomUUID().toString();
    Shop shop = asCustomer(id);
    shop.post(
            "/api/customers",
            "{\"name\": \"Ada Lovelace\", \"email\": \"ada-%s@example.org\"}".formatted(id))
        .expect(201);
    return new Customer(id, shop);
  }

  /** A registered customer. */
  public record Customer(String id, Shop shop) {

    /** A cart of this customer with one line. */
    public String cartWith(String productId, int quantity) {
      String cartId =
          shop.post("/api/carts", "{\"customerId\": \"%s\"}".formatted(id))
              .expect(201)
              .text("cartId");
      shop.post("/api/carts/" + cartId + "/items", item(productId, quantity)).expect(204);
      return cartId;
    }

    /** Checks the cart out. */
    public Answer checkOut(String cartId) {
      return shop.post("/api/carts/" + cartId + "/checkout", CHECKOUT);
    }

    /** Orders so many pieces, to be paid with that test card; the order's id. */
    public String order(String productId, int quantity, String card) {
      return order(productId, quantity, card, Map.of());
    }

    /** The same, with these headers at the check-out. */
    public String order(String productId, int quantity, String card, Map<String, String> headers) {
      return shop.post(
              "/api/carts/" + cartWith(productId, quantity) + "/checkout",
              CHECKOUT.replace("sandbox-approve", card),
              headers)
          .expect(202)
          .text("orderId");
    }

    /** The order, when it is so far. */
    public Answer awaitOrder(String orderId, String status) {
      return Await.until(
          () -> shop.get("/api/orders/" + orderId),
          answer -> answer.status() == 200 && answer.text("status").equals(status));
    }
  }

  /** A new product, of which so many pieces are on the shelf. */
  public String newProduct(String price, int pieces) {
    String id = "product-" + UUID.randomUUID();
    Shop staff = as("staff");
    String product =
        """
        {"productId": "%s", "name": "Lamp", "lowStockThreshold": 5,
         "price": {"amount": "%s", "currency": "EUR"}}""";
    staff.post("/api/products", product.formatted(id, price)).expect(201);
    staff.post("/api/products/" + id + "/stock", change(pieces)).expect(204);
    return id;
  }

  public static String change(int pieces) {
    return "{\"change\": %d, \"reason\": \"counted\"}".formatted(pieces);
  }

  /** The body of a check-out that will be paid. */
  public static final String CHECKOUT =
      """
      {"paymentMethod": "sandbox-approve",
       "shippingAddress": {"name": "Ada Lovelace", "line1": "12 St James's Square",
                           "city": "London", "postalCode": "SW1Y 4JH", "country": "GB"}}
      """;

  public static String item(String productId, int quantity) {
    return "{\"productId\": \"%s\", \"quantity\": %d}".formatted(productId, quantity);
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody(), Map.of());
  }

  public Answer post(String path, String json) {
    return post(path, json, Map.of());
  }

  public Answer post(String path, String json, Map<String, String> headers) {
    return send("POST", path, BodyPublishers.ofString(json), headers);
  }

  public Answer put(String path, String json) {
    return send("PUT", path, BodyPublishers.ofString(json), Map.of());
  }

  public Answer patch(String path, String json) {
    return send("PATCH", path, BodyPublishers.ofString(json), Map.of());
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody(), Map.of());
  }

  /** An answer that has no end, line by line; closing it hangs up. */
  public Stream<String> follow(String path, Map<String, String> headers) {
    HttpResponse<Stream<String>> answer =
        exchange(
            request("GET", path, BodyPublishers.noBody(), headers).build(), BodyHandlers.ofLines());
    if (answer.statusCode() != 200) {
      throw new AssertionError("Expected 200 from " + path + " but got " + answer.statusCode());
    }
    return answer.body();
  }

  /** Sends any request; {@code headers} win over the usual ones. */
  public Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
    return new Answer(
        exchange(request(method, path, body, headers).build(), BodyHandlers.ofString()));
  }

  private HttpRequest.Builder request(
      String method, String path, BodyPublisher body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).method(method, body);
    if (method.startsWith("P")) {
      request.setHeader("Content-Type", "application/json");
    }
    if (!token.isEmpty()) {
      request.setHeader("Authorization", "Bearer " + token);
    }
    headers.forEach(request::setHeader);
    return request;
  }

  private static <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> body) {
    try {
      return CLIENT.send(request, body);
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
