package io.cornershop.eventing.api.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.api.PricedProduct;
import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Consumers over HTTP, as an operator steers them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsumersIT {

  private static final String PROCESSES = "/api/consumers/processes";

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop operator = shop.as("operator");

  @AfterEach
  void resume() {
    operator.post(PROCESSES + "/resume", "").expect(200);
  }

  @Test
  void lists_the_channels_page_by_page() {
    List<String> names = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = operator.get("/api/consumers?limit=1" + next).expect(200).body();
      names.add(name(page));
      next = page.has("next") ? "&after=" + page.path("next").asString() : "";
    } while (!next.isEmpty());
    assertThat(names).isEqualTo(List.of("gateways", "notifications", "processes", "projections"));
  }

  private static String name(JsonNode page) {
    return page.path("items").get(0).path("name").asString();
  }

  @Test
  void pauses_and_resumes_a_channel() {
    JsonNode wanted = operator.post(PROCESSES + "/pause", "").expect(200).body();
    assertThat(wanted.path("paused").asBoolean()).isTrue();
    awaitState("PAUSED");
    operator.post(PROCESSES + "/resume", "").expect(200);
    awaitState("RUNNING");
  }

  @Test
  void takes_a_channel_back_once_for_each_key_of_a_request() {
    PricedProduct.add(shop, "seek-" + UUID.randomUUID());
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    String body = "{\"to\": \"beginning\"}";
    Answer wanted = operator.post(PROCESSES + "/seek", body, key).expect(200);
    Answer repeated = operator.post(PROCESSES + "/seek", body, key).expect(200);
    assertThat(repeated.body()).isEqualTo(wanted.body());
    Await.holds("all partitions have carried it out", () -> allCarriedOut(operator));
  }

  private static boolean allCarriedOut(Shop operator) {
    JsonNode channel = operator.get(PROCESSES).expect(200).body();
    int partitions = channel.path("partitions").size();
    return partitions > 0 && channel.path("seeks").get(0).path("carriedOutBy").size() == partitions;
  }

  @Test
  void refuses_to_skip_and_what_it_does_not_know() {
    operator.post(PROCESSES + "/seek", "{\"to\": \"end\"}").expect(422);
    operator.post(PROCESSES + "/seek", "{\"to\": \"offset\"}").expect(400);
    operator.post("/api/consumers/nobody/pause", "").expect(404);
    operator.get("/api/consumers/nobody").expect(404);
  }

  @Test
  void shows_in_the_liveness_that_consumers_go_on() {
    JsonNode parts =
        operator
            .get("/health/live")
            .expect(200)
            .body()
            .path("checks")
            .valueStream()
            .filter(check -> check.path("name").asString().equals("parts"))
            .findFirst()
            .orElseThrow();
    assertThat(parts.path("data").path("consumers").asString()).isEqualTo("up");
  }

  @Test
  void is_for_operators() {
    shop.as("staff").get("/api/consumers").expect(403);
    shop.as("auditor").post(PROCESSES + "/pause", "").expect(403);
  }

  private void awaitState(String state) {
    Await.until(
        () -> operator.get(PROCESSES).expect(200).body().path("state").asString(), state::equals);
  }
}
