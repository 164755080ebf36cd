package io.cornershop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Against a counter that gives every caller the same answer and writes down what was asked. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadmeStepsTest {

  private static final String ANSWER = "{\"token\":\"t0\",\"cartId\":\"c2\"}";

  private final List<String> asked = new CopyOnWriteArrayList<>();

  @Test
  void a_newcomer_goes_from_a_token_to_the_history_of_the_order_and_a_parcel()
      throws IOException, InterruptedException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    try {
      String printed =
          ReadmeSteps.run(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));

      assertThat(printed).contains("HTTP/1.1 200 OK").contains(ANSWER);
    } finally {
      server.stop(0);
    }
    assertThat(asked)
        .containsExactly(
            "POST /api/dev/tokens null",
            "POST /api/customers Bearer t0",
            "GET /api/products?limit=3 Bearer t0",
            "POST /api/carts Bearer t0",
            "POST /api/carts/c2/items Bearer t0",
            "POST /api/carts/c2/checkout Bearer t0",
            "GET /api/orders/c2?minSequence=3&wait=5s Bearer t0",
            "GET /api/payments?orderId=c2 Bearer t0",
            "GET /api/orders/c2/timeline?limit=100 Bearer t0",
            "GET /api/notifications?customerId=ann&limit=5 Bearer t0",
            "PUT /api/customers/ann/notification-preferences Bearer t0",
            "GET /api/customers/ann/notification-preferences Bearer t0",
            "POST /api/dev/tokens null",
            "GET /api/eventstore/replay/Order/c2 Bearer t0",
            "GET /api/eventstore/events/type/OrderCreated?limit=5 Bearer t0",
            "GET /api/eventstore/stats Bearer t0",
            "GET /api/eventstore/verify/Order/c2 Bearer t0",
            "POST /api/dev/tokens null",
            "GET /api/reports/sales?groupBy=week Bearer t0",
            "GET /api/reports/products/top-selling?limit=3 Bearer t0",
            "GET /api/orders?productId=tea-mint-100g&sort=-totalAmount&limit=5 Bearer t0",
            "GET /api/reports/inventory?state=InStock&limit=5 Bearer t0",
            "POST /api/dev/tokens null",
            "POST /api/events Bearer t0");
  }

  private void answer(HttpExchange request) throws IOException {
    String token = request.getRequestHeaders().getFirst("Authorization");
    asked.add(request.getRequestMethod() + " " + request.getRequestURI() + " " + token);
    byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
    request.sendResponseHeaders(200, body.length);
    request.getResponseBody().write(body);
    request.close();
  }
}
