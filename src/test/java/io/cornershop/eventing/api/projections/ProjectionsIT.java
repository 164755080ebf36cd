package io.cornershop.eventing.api.projections;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How operators rebuild a read model of the running platform. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProjectionsIT {

  private static final String PRODUCTS = "/api/projections/product_listing";
  private static final String STOCK = "/api/projections/stock_level";
  private static final String DATABASE = "cornershop";

  private final RunningPlatform platform = RunningPlatform.shared();
  private final Shop operator = Shop.at(platform.baseUri()).as("operator");
  private final Shop staff = Shop.at(platform.baseUri()).as("staff");

  private JsonNode awaitState(String path, String state) {
    return Await.until(
        () -> operator.get(path).expect(200).body(),
        answer -> answer.path("state").asString().equals(state));
  }

  private String newProduct() {
    String id = "p-" + UUID.randomUUID();
    staff
        .post(
            "/api/products",
            """
            {"productId": "%s", "name": "Teapot", "price": {"amount": "10.10", "currency": "EUR"}}
            """
                .formatted(id))
        .expect(201);
    return id;
  }

  private Answer product(String id) {
    return Await.until(() -> staff.get("/api/products/" + id), found -> found.status() == 200);
  }

  private void assertRefused(String path, String code) {
    assertThat(operator.post(path, "").expect(409).text("code")).isEqualTo(code);
  }

  @Test
  void every_read_model_is_listed_page_by_page() {
    JsonNode all = operator.get("/api/projections").expect(200).body();
    JsonNode first = operator.get("/api/projections?limit=1").expect(200).body();
    JsonNode second =
        operator
            .get("/api/projections?limit=1&after=" + first.path("next").asString())
            .expect(200)
            .body();

    assertThat(
            StreamSupport.stream(all.path("items").spliterator(), false)
                .map(item -> item.path("name").asString()))
        .contains("order_details", "product_listing")
        .isSorted();
    assertThat(first.path("items").get(0)).isEqualTo(all.path("items").get(0));
    assertThat(second.path("items").get(0)).isEqualTo(all.path("items").get(1));
  }

  @Test
  void a_read_model_is_rebuilt_while_it_is_written_and_read() {
    int before = operator.get(PRODUCTS).expect(200).body().path("activeVersion").asInt();
    product(newProduct());
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Integer> writing =
        CompletableFuture.supplyAsync(
            () -> {
              int products = 0;
              while (!over.get()) {
                product(newProduct());
                products++;
              }
              return products;
            });

    Answer asked = operator.post(PRODUCTS + "/rebuild", "").expect(202);
    assertThat(asked.header("Location")).contains(PRODUCTS);
    JsonNode done = awaitState(PRODUCTS, "LIVE");
    over.set(true);

    assertThat(writing.join()).isPositive();
    assertThat(done.path("activeVersion").asInt()).isGreaterThan(before);
    assertThat(done.path("formerVersion").asInt()).isEqualTo(before);
    assertThat(done.path("job").path("status").asString()).isEqualTo("DONE");
    assertThat(done.path("job").path("comparison").path("differences").asInt()).isZero();
    product(newProduct());

    operator.post(PRODUCTS + "/rollback", "").expect(202);
    assertThat(operator.get(PRODUCTS).body().path("activeVersion").asInt()).isEqualTo(before);
    assertRefused(PRODUCTS + "/rollback", "rolled-back-already");
    product(newProduct());
  }

  @Test
  void a_difference_is_shown_and_an_operator_decides() {
    String id = newProduct();
    staff
        .post("/api/products/" + id + "/stock", "{\"change\": 40, \"reason\": \"delivery\"}")
        .expect(204);
    Await.until(
        () -> staff.get("/api/products/" + id + "/stock").body().path("onHand").asInt(),
        onHand -> onHand == 40);
    String view = tamperWithStock(id);
    String path = "/api/projections/" + view;

    operator.post(path + "/rebuild", "").expect(202);
    assertRefused(path + "/rebuild", "rebuild-under-way");
    JsonNode waiting = awaitState(path, "WAITING");

    assertThat(waiting.path("job").path("comparison").path("examples").get(0).path("rowId"))
        .hasToString("\"" + id + "\"");
    assertThat(staff.get("/api/products/" + id + "/stock").body().path("onHand").asInt())
        .isEqualTo(99);
    operator.post(path + "/flip", "").expect(200);
    assertThat(staff.get("/api/products/" + id + "/stock").body().path("onHand").asInt())
        .isEqualTo(40);
  }

  private String tamperWithStock(String id) {
    String view = STOCK.substring(STOCK.lastIndexOf('/') + 1);
    int version = operator.get(STOCK).expect(200).body().path("activeVersion").asInt();
    try (MongoClient client = MongoClients.create(platform.mongoUri())) {
      MongoCollection<Document> rows =
          client.getDatabase(DATABASE).getCollection(version == 1 ? view : view + "_v" + version);
      rows.updateOne(new Document("_id", id), new Document("$set", new Document("onHand", 99)));
    }
    return view;
  }

  @Test
  void a_wish_that_does_not_fit_is_refused_and_a_repeated_one_is_answered_again() {
    String path = "/api/projections/customer_profile";
    for (String wish : List.of("pause", "resume", "cancel", "flip")) {
      assertRefused(path + "/" + wish, "nothing-to-" + wish);
    }
    operator.post(path + "/rebuild?flip=SOMETIMES", "").expect(400);
    operator.post("/api/projections/nonsense/rebuild", "").expect(404);
    operator.get("/api/projections/nonsense").expect(404);
    staff.post(path + "/rebuild", "").expect(403);

    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    Answer first = operator.post(path + "/rebuild?flip=ASKED", "", key).expect(202);
    Answer again = operator.post(path + "/rebuild?flip=ASKED", "", key).expect(202);
    assertThat(again.body()).isEqualTo(first.body());
    awaitState(path, "WAITING");
    operator.post(path + "/cancel", "").expect(200);
    assertThat(operator.get(path).body().path("state").asString()).isEqualTo("LIVE");
  }
}
