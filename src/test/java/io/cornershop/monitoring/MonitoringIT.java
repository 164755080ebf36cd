package io.cornershop.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.monitoring.MonitoringFiles.Panel;
import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The monitoring as it is configured, in the real programs, on the running platform. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MonitoringIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String PARKED = "DeadLettersParked";

  /** A rate is seen only of a series that was there before. */
  private static final String COMMANDS =
      "http_server_request_duration_seconds_count{http_route=\"/api/carts/{id}/checkout\"}";

  private final Path promtool = Tools.find("usr/bin/promtool");
  private final Path files = MonitoringFiles.FOLDER;

  @Test
  void prometheus_and_alertmanager_accept_their_configuration() {
    Tools.run(promtool, "check", "config", files.resolve("prometheus.yml").toString());
    Tools.run(
        Tools.find("usr/bin/amtool"), "check-config", files.resolve("alertmanager.yml").toString());
  }

  @Test
  void alerts_fire_when_they_must_and_are_silent_when_they_must_not() {
    Stream<String> cases =
        MonitoringFiles.files(files.resolve("tests"), ".yml").stream().map(Path::toString);

    Tools.run(promtool, Stream.concat(Stream.of("test", "rules"), cases).toArray(String[]::new));
  }

  @Test
  void every_panel_answers_with_data_and_a_parked_letter_is_all_that_people_are_told() {
    RunningPlatform platform = RunningPlatform.shared();
    Shop shop = Shop.at(platform.baseUri());
    try (ToldAlerts told = new ToldAlerts();
        MonitoringStack stack = MonitoringStack.start(platform.baseUri(), told.address())) {
      Await.until(() -> stack.query("up{job=\"cornershop\"} == 1"), up -> !up.isEmpty());
      buySomething(shop);
      Await.until(() -> stack.query(COMMANDS), seen -> !seen.isEmpty());
      buySomething(shop);

      assertThat(Await.until(PATIENCE, () -> silent(stack), List::isEmpty)).isEmpty();

      String order = deliverTheUnknown(shop);
      try {
        assertThat(Await.until(PATIENCE, told::names, names -> names.contains(PARKED)))
            .isEqualTo(Set.of(PARKED));
      } finally {
        giveUp(shop, order);
      }
    }
  }

  private static void buySomething(Shop shop) {
    String product = shop.newProduct("10.10", 10);
    Shop.Customer customer = shop.newCustomer();
    String order = customer.order(product, 1, "sandbox-approve");
    customer.awaitOrder(order, "Confirmed");
    shop.as("auditor").get("/api/eventstore/replay/Order/" + order).expect(200);
  }

  /** The panels of which a query has no answer. */
  private static List<Panel> silent(MonitoringStack stack) {
    return MonitoringFiles.panels().stream()
        .filter(
            panel ->
                panel.queries().stream()
                    .map(MonitoringIT::asGrafanaAsksIt)
                    .anyMatch(query -> stack.query(query).isEmpty()))
        .toList();
  }

  /** With all of its variables chosen, and the shortest interval for this scrape interval. */
  private static String asGrafanaAsksIt(String query) {
    return query.replace("$__rate_interval", "30s").replaceAll("\\$[a-z_]+", ".*");
  }

  /** A carrier has delivered what nobody has ordered: a letter that somebody must look at. */
  private static String deliverTheUnknown(Shop shop) {
    String order = "order-" + UUID.randomUUID();
    String scan =
        """
        {"eventId": "%s", "eventType": "ParcelScanned",
         "data": {"orderId": "%s", "trackingNumber": "%s", "carrier": "Parcel Express",
                  "scan": "DELIVERED", "at": "2026-11-03T10:05:30Z"}}""";
    shop.as("service")
        .post("/api/events", scan.formatted(UUID.randomUUID(), order, "P" + UUID.randomUUID()))
        .expect(201);
    return order;
  }

  private static void giveUp(Shop shop, String order) {
    Shop operator = shop.as("operator");
    Answer letters =
        Await.until(
            () -> operator.get("/api/dead-letters?state=PARKED&key=" + order),
            answer -> answer.status() == 200 && !answer.body().path("items").isEmpty());
    letters
        .body()
        .path("items")
        .forEach(
            letter ->
                operator
                    .post(
                        "/api/dead-letters/" + letter.path("id").asString() + "/discard",
                        "{\"reason\": \"nobody has ordered it\"}")
                    .expect(202));
  }
}
