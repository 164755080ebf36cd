package io.cornershop.eventing.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.api.PricedProduct;
import io.cornershop.json.Json;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The feed over HTTP, as a client sees it that knows nothing but the standard. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FeedIT {

  private static final String FEED = "/api/eventstore/stream";

  /** One event as it came. */
  private record Received(long id, String event, JsonNode data) {}

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop auditor = shop.as("auditor");

  @Test
  void goes_from_history_to_what_happens_without_loss_or_double() throws Exception {
    String old = PricedProduct.add(shop, "feed-" + UUID.randomUUID());
    try (Stream<String> lines = auditor.follow(FEED, Map.of())) {
      Iterator<String> feed = lines.iterator();
      List<Received> received = new ArrayList<>(readUntil(feed, old, 3));
      String fresh = PricedProduct.add(shop, "feed-" + UUID.randomUUID());
      received.addAll(readUntil(feed, fresh, 3));

      assertThat(received).extracting(Received::id).isSorted().doesNotHaveDuplicates();
      assertThat(received).extracting(Received::data).isEqualTo(listed(received.size()));
      assertThat(received).allMatch(r -> r.data().path("position").asLong() == r.id());
      assertThat(received).allMatch(r -> r.data().path("eventType").asString().equals(r.event()));
    }
  }

  private List<JsonNode> listed(int count) {
    List<JsonNode> listed = new ArrayList<>();
    String after = "";
    while (listed.size() < count) {
      JsonNode page = auditor.get("/api/eventstore/events?limit=500" + after).expect(200).body();
      listed.addAll(page.path("items").valueStream().toList());
      after = "&after=" + page.path("next").asString("");
    }
    return listed.subList(0, count);
  }

  @Test
  void goes_on_behind_the_last_event_that_was_received() throws Exception {
    String product = PricedProduct.add(shop, "feed-" + UUID.randomUUID());
    List<Received> all;
    try (Stream<String> lines = auditor.follow(FEED, Map.of())) {
      all = readUntil(lines.iterator(), product, 3);
    }
    Received seen = all.get(all.size() - 3);

    Map<String, String> resume = Map.of("Last-Event-ID", Long.toString(seen.id()));
    try (Stream<String> lines = auditor.follow(FEED + "?after=0", resume)) {
      assertThat(read(lines.iterator(), 2)).isEqualTo(all.subList(all.size() - 2, all.size()));
    }
  }

  @Test
  void shows_one_type_only() throws Exception {
    String product = PricedProduct.add(shop, "feed-" + UUID.randomUUID());
    String path = FEED + "?aggregateType=Product&eventType=ProductPriceChanged";
    try (Stream<String> lines = auditor.follow(path, Map.of())) {
      assertThat(readUntil(lines.iterator(), product, 2))
          .allMatch(received -> received.event().equals("ProductPriceChanged"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "?after=x, 400, malformed",
    "?after=-1, 400, malformed",
    "?after=999999999999999999, 400, malformed",
    "?eventType=Nothing, 404, not-found",
    "?aggregateType=Nothing, 404, not-found"
  })
  void a_wrong_question_is_answered_as_a_problem(String query, int status, String code) {
    assertThat(auditor.get(FEED + query).expect(status).text("code")).isEqualTo(code);
  }

  @Test
  void is_for_auditors_and_operators() {
    assertThat(shop.as("staff").get(FEED).expect(403).text("code")).isEqualTo("forbidden");
    assertThat(shop.get(FEED).expect(401).text("code")).isEqualTo("unauthenticated");
    assertThat(
            auditor
                .send("GET", FEED, BodyPublishers.noBody(), Map.of("Last-Event-ID", "x"))
                .expect(400)
                .text("code"))
        .isEqualTo("malformed");
  }

  /** Everything up to and with the n-th event of a product. */
  private static List<Received> readUntil(Iterator<String> lines, String product, int n)
      throws Exception {
    List<Received> received = new ArrayList<>();
    int seen = 0;
    while (seen < n) {
      Received next = read(lines, 1).getFirst();
      received.add(next);
      seen += next.data().path("aggregateId").asString().equals(product) ? 1 : 0;
    }
    return received;
  }

  private static List<Received> read(Iterator<String> lines, int count) throws Exception {
    return CompletableFuture.supplyAsync(() -> readNow(lines, count)).get(60, TimeUnit.SECONDS);
  }

  private static List<Received> readNow(Iterator<String> lines, int count) {
    List<Received> received = new ArrayList<>();
    List<String> block = new ArrayList<>();
    while (received.size() < count && lines.hasNext()) {
      String line = lines.next();
      if (!line.isEmpty()) {
        block.add(line);
      } else if (block.stream().anyMatch(l -> l.startsWith("data:"))) {
        received.add(parse(block));
        block.clear();
      }
    }
    return received;
  }

  private static Received parse(List<String> block) {
    return new Received(
        Long.parseLong(field(block, "id")),
        field(block, "event"),
        Json.TOLERANT.readTree(field(block, "data")));
  }

  private static String field(List<String> block, String name) {
    return block.stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }
}
