package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody writes into a read model past the shop, and an operator has it made anew. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DamagedRowIsMadeAnewIT {

  private static final String VIEW = "/api/projections/stock_level";

  private final RunningPlatform platform = RunningPlatform.shared();
  private final Shop shop = Shop.at(platform.baseUri());
  private final Shop operator = shop.as("operator");
  private final String damaged = shop.newProduct("1.00", 5);
  private final String neighbour = shop.newProduct("1.00", 5);

  @Test
  void its_events_wait_while_others_flow_and_none_is_missing_in_the_row_after_a_rebuild() {
    awaitOnHand(damaged, 5);
    writeInto(damaged);

    add(damaged, 2);
    add(neighbour, 3);

    JsonNode letter = Await.until(this::letters, found -> !found.isEmpty()).getFirst();
    assertThat(letter.path("state").asString()).isEqualTo("PARKED");
    assertThat(letter.path("reason").asString())
        .contains("stock_level " + damaged)
        .contains("needs a rebuild");
    awaitOnHand(neighbour, 8);
    assertThat(operator.get("/api/products/" + damaged + "/stock").text("code"))
        .isEqualTo("view-damaged");

    rebuild();
    operator.post("/api/dead-letters/" + letter.path("id").asString() + "/retry", "").expect(202);

    Await.holds(
        "it is handled", () -> letters().getFirst().path("state").asString().equals("RETRIED"));
    add(damaged, 1);
    awaitOnHand(damaged, 8);
    assertThat(letters()).hasSize(1);
  }

  private void add(String product, int pieces) {
    shop.as("staff").post("/api/products/" + product + "/stock", Shop.change(pieces)).expect(204);
  }

  private void awaitOnHand(String product, int pieces) {
    Await.holds(
        "the view has it",
        () ->
            operator.get("/api/products/" + product + "/stock").body().path("onHand").asInt()
                == pieces);
  }

  private void writeInto(String row) {
    int version = version();
    try (MongoClient database = MongoClients.create(platform.mongoUri())) {
      database
          .getDatabase("cornershop")
          .getCollection(version == 1 ? "stock_level" : "stock_level_v" + version)
          .updateOne(
              new Document("_id", row), new Document("$set", new Document("onHand", "many")));
    }
  }

  private int version() {
    return operator.get(VIEW).expect(200).body().path("activeVersion").asInt();
  }

  private void rebuild() {
    int before = version();
    operator.post(VIEW + "/rebuild?flip=ALWAYS", "").expect(202);
    Await.until(this::version, active -> active > before);
  }

  private List<JsonNode> letters() {
    return items("/api/dead-letters?key=" + damaged).toList();
  }

  private Stream<JsonNode> items(String path) {
    return StreamSupport.stream(
        operator.get(path).expect(200).body().path("items").spliterator(), false);
  }
}
