package io.cornershop.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The log of the running platform, in the form that the image has, and how much of it there is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogsIT {

  private static final String LEVELS = "/api/admin/log-levels/";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String ENGINE = "io.cornershop.eventing";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningPlatform platform = RunningPlatform.shared();
  private final Shop shop = Shop.at(platform.baseUri());
  private final Shop operator = shop.as("operator");

  private List<JsonNode> linesOf(String correlation) {
    return lines()
        .filter(line -> line.path("correlationId").asString("").equals(correlation))
        .toList();
  }

  private Stream<JsonNode> lines() {
    return platform.log().lines().filter(line -> line.startsWith("{")).map(JSON::readTree);
  }

  private static boolean isFrom(JsonNode line, String kind) {
    return line.path("module").asString("").endsWith(kind);
  }

  @Test
  void an_operator_reads_more_of_one_order_on_every_thread_and_then_less_again() {
    Customer ada = shop.newCustomer();
    String cart = ada.cartWith(shop.newProduct("9.95", 1), 1);
    String correlation = UUID.randomUUID().toString();
    Answer wish =
        operator.put(LEVELS + ENGINE, "{\"level\": \"DEBUG\", \"duration\": \"PT5M\"}").expect(200);
    assertThat(wish.text("level")).isEqualTo("DEBUG");
    String order = checkOut(ada, cart, correlation);
    ada.awaitOrder(order, "Confirmed");
    Await.holds(
        "the saga says that it has ended",
        () ->
            linesOf(correlation).stream()
                .anyMatch(line -> line.path("message").asString().contains("CompleteStep")));
    operator.delete(LEVELS + ENGINE).expect(204);

    List<JsonNode> lines = linesOf(correlation);
    assertThat(lines).allMatch(line -> line.path("message").asString().startsWith("DEBUG: "));
    assertThat(lines)
        .anyMatch(
            line -> isFrom(line, "CommandHandler") && has(line, "aggregate", "Order/" + order))
        .anyMatch(line -> isFrom(line, "SagaRunner") && has(line, "saga", order))
        .allMatch(line -> has(line, "traceId", TRACE))
        .anyMatch(line -> line.has("consumer") && line.has("eventId"));
    assertThat(operator.get(LEVELS + ENGINE).status()).isEqualTo(404);
    assertThat(operator.get("/api/admin/audit?limit=500").expect(200).body().toString())
        .contains("log-level.change")
        .contains("log-level.reset");
    assertThatNobodyIsNamed();
  }

  private static String checkOut(Customer ada, String cart, String correlation) {
    Map<String, String> headers =
        Map.of(
            "X-Correlation-Id", correlation, "traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
    return ada.shop()
        .post("/api/carts/" + cart + "/checkout", Shop.CHECKOUT, headers)
        .expect(202)
        .text("orderId");
  }

  private static boolean has(JsonNode line, String field, String value) {
    return line.path(field).asString("").equals(value);
  }

  /** Of all that this and other tests have made the application write since its start. */
  private void assertThatNobodyIsNamed() {
    assertThat(platform.log())
        .doesNotContain("Ada Lovelace", "@example.org", "St James", "SW1Y 4JH", "eyJ");
  }

  @Test
  void refuses_what_it_does_not_know_and_whoever_is_no_operator() {
    operator.put(LEVELS + ENGINE, "{\"level\": \"ALL\"}").expect(400);
    operator.put(LEVELS + ENGINE, "{\"level\": \"DEBUG\", \"duration\": \"P30D\"}").expect(400);
    operator.put(LEVELS + "org.mongodb.driver", "{\"level\": \"DEBUG\"}").expect(400);
    shop.as("staff").put(LEVELS + ENGINE, "{\"level\": \"DEBUG\"}").expect(403);
  }

  @Test
  void says_nothing_of_a_request_at_the_usual_level() {
    String correlation = UUID.randomUUID().toString();
    shop.as("staff")
        .post("/api/products", "{}", Map.of("X-Correlation-Id", correlation))
        .expect(400);

    assertThat(linesOf(correlation)).isEmpty();
  }

  @Test
  void nobody_writes_lines_into_the_log_by_asking_for_metrics_that_do_not_exist() {
    shop.get("/metrics?scope=a%0Aforged-scope").expect(404);
    shop.get("/metrics?scope=application&name=a%0Aforged-name").expect(404);

    assertThat(platform.log()).doesNotContain("forged-scope", "forged-name");
  }

  @Test
  void health_says_that_it_has_started_lives_and_is_ready_and_what_it_has_looked_at() {
    assertThat(shop.get("/health/started").expect(200).body().toString()).contains("application");
    assertThat(shop.get("/health/live").expect(200).body().toString())
        .contains("consumers", "relay", "timers", "deliveries", "views");
    assertThat(shop.get("/health/ready").expect(200).body().toString())
        .contains("database", "kafka");
  }
}
