package io.cornershop.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How the running platform speaks HTTP, whatever it is asked for. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HttpMannersIT {

  private static final String PRODUCT =
      "{\"name\": \"Teapot\", \"price\": {\"amount\": \"10.10\", \"currency\": \"EUR\"}}";

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());

  @Test
  void the_correlation_id_of_the_caller_comes_back() {
    Answer answer = shop.send("GET", "/api/products", nothing(), correlation("my-id.1"));

    assertThat(answer.header("X-Correlation-Id")).isEqualTo("my-id.1");
    assertThat(answer.text("correlationId")).isEqualTo("my-id.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "<script>", "x\ty"})
  void a_malformed_correlation_id_is_replaced(String malformed) {
    Answer answer = shop.send("GET", "/api/products", nothing(), correlation(malformed));

    assertThat(UUID.fromString(answer.header("X-Correlation-Id")).version()).isEqualTo(7);
  }

  @Test
  void a_missing_token_is_asked_for() {
    Answer answer = assertProblem(shop.get("/api/products"), 401, "unauthenticated");

    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"CornerShop\"");
  }

  @Test
  void a_token_that_nobody_signed_is_no_token() {
    String claims =
        "{\"iss\": \"https://cornershop.local\", \"sub\": \"eve\", \"upn\": \"eve\","
            + " \"groups\": [\"staff\"], \"iat\": 1795600000, \"exp\": 4102444800}";
    String unsigned = base64("{\"alg\": \"none\"}") + "." + base64(claims) + ".";

    assertProblem(shop.withToken(unsigned).get("/api/products"), 401, "unauthenticated");
    assertProblem(shop.withToken(unsigned + "eA").get("/api/products"), 401, "unauthenticated");
  }

  @Test
  void the_wrong_role_is_forbidden() {
    assertProblem(shop.as("customer").get("/api/eventstore/events"), 403, "forbidden");
    assertProblem(shop.as("staff").get("/api/eventstore/replay/Order/x"), 403, "forbidden");
    shop.as("auditor").get("/api/eventstore/events").expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api", "/api/nothing", "/nothing", "/problem", "/WEB-INF/web.xml"})
  void where_there_is_nothing_the_answer_is_a_problem_too(String path) {
    assertProblem(shop.get(path), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/products/a%2Fb", "/api/products/%2F", "/%2F"})
  void a_path_with_an_encoded_slash_is_malformed(String path) {
    assertProblem(shop.get(path), 400, "malformed");
  }

  @Test
  void an_unknown_method_is_answered_with_the_known_ones() {
    Answer answer = shop.as("staff").send("PATCH", "/api/products", nothing(), Map.of());

    assertProblem(answer, 405, "method-not-allowed");
    assertThat(answer.header("Allow")).contains("GET").contains("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/products", "/nothing"})
  void a_method_that_nobody_knows_is_refused_wherever_it_comes(String path) {
    Answer answer =
        assertProblem(shop.send("BREW", path, nothing(), Map.of()), 405, "method-not-allowed");

    assertThat(answer.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
  }

  @Test
  void other_media_types_are_neither_taken_nor_given() {
    Shop staff = shop.as("staff");

    assertProblem(
        staff.post("/api/products", "x", Map.of("Content-Type", "text/plain")),
        415,
        "unsupported-media-type");
    assertProblem(
        staff.send("GET", "/api/products", nothing(), Map.of("Accept", "text/html")),
        406,
        "not-acceptable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Accept", "Content-Type"})
  void a_media_type_that_is_none_is_malformed(String header) {
    assertProblem(
        shop.as("staff").post("/api/products", PRODUCT, Map.of(header, "nonsense")),
        400,
        "malformed");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/eventstore/events?limit=0, limit",
    "/api/eventstore/events?after=%25, after",
    "/api/eventstore/replay/Order/x?asOf=yesterday, asOf",
    "/api/eventstore/replay/Order/x?asOfSequence=x, asOfSequence",
    "/api/eventstore/events/Order/x?direction=up, direction",
    "/api/eventstore/events/Order/x?fromSequence=0, fromSequence"
  })
  void a_malformed_parameter_is_named(String path, String parameter) {
    Answer answer = assertProblem(shop.as("auditor").get(path), 400, "malformed");

    assertThat(answer.body().path("errors").path(0).path("field").asString()).isEqualTo(parameter);
  }

  @Test
  void a_body_that_is_too_large_is_refused_whether_its_length_is_told_or_not() {
    byte[] large = new byte[1_000_000];

    Answer told =
        shop.as("staff").send("POST", "/api/products", BodyPublishers.ofByteArray(large), json());
    Answer untold =
        shop.as("staff")
            .send(
                "POST",
                "/api/products",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
                json());

    assertProblem(told, 413, "too-large");
    assertProblem(untold, 413, "too-large");
  }

  @Test
  void a_repeat_under_the_same_key_gets_the_first_answer() {
    Shop staff = shop.as("staff");
    Map<String, String> key = newKey();

    Answer first = staff.post("/api/products", PRODUCT, key).expect(201);
    Answer again = staff.post("/api/products", PRODUCT, key).expect(201);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"1\"");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void another_body_under_the_same_key_is_refused() {
    Shop staff = shop.as("staff");
    Map<String, String> key = newKey();
    staff.post("/api/products", PRODUCT, key).expect(201);

    assertProblem(staff.post("/api/products", PRODUCT + " ", key), 422, "idempotency-key-reused");
  }

  @Test
  void a_refusal_is_not_remembered() {
    Shop staff = shop.as("staff");
    Map<String, String> key = newKey();

    assertProblem(staff.post("/api/products", "{}", key), 400, "malformed");
    staff.post("/api/products", PRODUCT, key).expect(201);
  }

  @Test
  void a_malformed_key_is_refused() {
    assertProblem(
        shop.as("staff").post("/api/products", PRODUCT, Map.of("Idempotency-Key", "a b")),
        400,
        "malformed");
  }

  @Test
  void a_stale_if_match_is_refused_with_the_present_sequence() {
    Shop staff = shop.as("staff");
    String product = staff.post("/api/products", PRODUCT).expect(201).text("productId");
    String price = "{\"price\": {\"amount\": \"11.00\", \"currency\": \"EUR\"}}";

    Answer answer =
        staff.send(
            "PUT",
            "/api/products/" + product + "/price",
            BodyPublishers.ofString(price),
            Map.of("If-Match", "\"7\""));

    assertProblem(answer, 412, "stale-version");
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void the_document_describes_every_operation_with_a_summary_and_examples() {
    JsonNode paths = shop.get("/openapi?format=json").expect(200).body().path("paths");

    List<String> poor =
        paths.propertyNames().stream()
            .filter(path -> !operations(paths.path(path)).allMatch(HttpMannersIT::isDescribed))
            .toList();

    assertThat(paths.propertyNames()).contains("/api/eventstore/events", "/api/dev/tokens");
    assertThat(poor).isEmpty();
  }

  /** All of a path's members but the parameters that its operations share. */
  private static Stream<JsonNode> operations(JsonNode path) {
    return path.propertyStream()
        .filter(member -> !member.getKey().equals("parameters"))
        .map(Map.Entry::getValue);
  }

  private static boolean isDescribed(JsonNode operation) {
    JsonNode content = operation.path("requestBody").path("content").path("application/json");
    return !operation.path("summary").asString("").isBlank()
        && operation.path("responses").has("500")
        && (content.isMissingNode() || content.has("example") || content.has("examples"));
  }

  private static Answer assertProblem(Answer answer, int status, String code) {
    answer.expect(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text("code")).isEqualTo(code);
    assertThat(answer.body().path("status").asInt()).isEqualTo(status);
    assertThat(answer.text("correlationId")).isEqualTo(answer.header("X-Correlation-Id"));
    assertThat(answer.response().body())
        .doesNotContain("Exception")
        .doesNotContain("io.cornershop");
    return answer;
  }

  private static BodyPublisher nothing() {
    return BodyPublishers.noBody();
  }

  private static Map<String, String> correlation(String id) {
    return Map.of("X-Correlation-Id", id);
  }

  private static Map<String, String> newKey() {
    return Map.of("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static Map<String, String> json() {
    return Map.of("Content-Type", "application/json");
  }

  private static String base64(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
