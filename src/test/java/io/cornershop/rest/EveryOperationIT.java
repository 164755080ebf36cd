package io.cornershop.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What holds for every operation, as the OpenAPI document of the running platform tells them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryOperationIT {

  private static final Map<String, String> EXAMPLES =
      Map.of(
          "{aggregateType}", "Product",
          "{aggregateId}", "x",
          "{eventType}", "ProductAdded",
          "{correlationId}", "x",
          "{logger}", "io.cornershop.kernel",
          "{id}", "x");

  /** What needs no token of a caller. */
  private static final Set<String> OPEN =
      Set.of(
          "post /api/dev/tokens",
          "post /api/payments/webhooks/stripe",
          "get /api/unsubscribe",
          "post /api/unsubscribe");

  private record Operation(String method, String path, JsonNode description) {

    String name() {
      return method + " " + path;
    }

    boolean takes(String parameter) {
      return StreamSupport.stream(description.path("parameters").spliterator(), false)
          .anyMatch(known -> known.path("name").asString("").equals(parameter));
    }

    JsonNode responses() {
      return description.path("responses");
    }
  }

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());

  private List<Operation> operations() {
    JsonNode paths = shop.get("/openapi?format=json").expect(200).body().path("paths");
    List<Operation> all = new ArrayList<>();
    for (String path : paths.propertyNames()) {
      paths
          .path(path)
          .propertyStream()
          .filter(member -> !member.getKey().equals("parameters"))
          .forEach(member -> all.add(new Operation(member.getKey(), path, member.getValue())));
    }
    assertThat(all).hasSizeGreaterThan(40);
    return all;
  }

  @Test
  void every_answer_with_a_body_has_a_schema() {
    List<String> poor = new ArrayList<>();
    for (Operation operation : operations()) {
      operation
          .responses()
          .propertyStream()
          .filter(answer -> !isDescribed(operation, answer.getKey(), answer.getValue()))
          .forEach(answer -> poor.add(operation.name() + " " + answer.getKey()));
    }

    assertThat(poor).isEmpty();
  }

  /** 204 has no body, and neither has the 202 of a read model that has not caught up. */
  private static boolean isDescribed(Operation operation, String status, JsonNode answer) {
    boolean bodiless =
        status.equals("204") || status.equals("202") && operation.method().equals("get");
    JsonNode content = answer.path("content");
    return content.isEmpty()
        ? bodiless
        : content.propertyStream().allMatch(type -> !type.getValue().path("schema").isEmpty());
  }

  @Test
  void every_operation_names_its_problems_and_what_it_answers_when_it_has_not_caught_up() {
    List<String> poor =
        operations().stream()
            .filter(operation -> !expected(operation).allMatch(operation.responses()::has))
            .map(Operation::name)
            .toList();

    assertThat(poor).isEmpty();
  }

  @Test
  void what_needs_no_token_says_so_and_takes_no_key() {
    List<Operation> open =
        operations().stream().filter(operation -> OPEN.contains(operation.name())).toList();

    assertThat(open).extracting(Operation::name).containsExactlyInAnyOrderElementsOf(OPEN);
    for (Operation operation : open) {
      assertThat(operation.description().path("security").toString()).isEqualTo("[]");
      assertThat(operation.responses().propertyNames())
          .doesNotContain("401", "403", "409", "412", "422");
      assertThat(operation.takes("Idempotency-Key") || operation.takes("If-Match")).isFalse();
    }
  }

  @Test
  void a_saga_in_full_has_the_fields_of_one_in_a_list_beside_its_own() {
    JsonNode schemas =
        shop.get("/openapi?format=json").expect(200).body().at("/components/schemas");

    assertThat(schemas.at("/SagaDetails/properties").propertyNames())
        .containsAll(schemas.at("/SagaAnswer/properties").propertyNames())
        .contains("history", "commands", "links")
        .doesNotContain("saga");
  }

  private static Stream<String> expected(Operation operation) {
    List<String> expected = new ArrayList<>(List.of("400", "500", "503"));
    if (OPEN.contains(operation.name())) {
      return expected.stream();
    }
    expected.addAll(List.of("401", "403"));
    if (operation.path().contains("{")) {
      expected.add("404");
    }
    if (!operation.method().equals("get")) {
      expected.addAll(List.of("409", "412", "413", "415", "422"));
    }
    if (operation.takes("minSequence")) {
      expected.add("202");
    }
    return expected.stream();
  }

  @Test
  void every_list_refuses_a_cursor_that_is_forged_or_of_another_list() {
    List<Operation> lists =
        operations().stream().filter(operation -> operation.takes("after")).toList();
    String ofProducts = next("staff", "/api/products?limit=1");
    String ofEvents = next("auditor", "/api/eventstore/events?limit=1");

    List<String> taken = new ArrayList<>();
    for (Operation list : lists) {
      String foreign = list.path().equals("/api/products") ? ofEvents : ofProducts;
      for (String cursor : List.of("e30", "MQ", "MTAwMA", foreign)) {
        if (!refuses(list, cursor)) {
          taken.add(list.name() + " " + cursor);
        }
      }
    }

    assertThat(lists)
        .extracting(Operation::path)
        .contains("/api/products", "/api/customers", "/api/orders", "/api/projections")
        .contains("/api/consumers", "/api/dead-letters", "/api/admin/audit")
        .contains("/api/sagas", "/api/orders/{id}/timeline")
        .contains("/api/eventstore/events", "/api/eventstore/verify");
    assertThat(taken).isEmpty();
  }

  private String next(String role, String path) {
    return shop.as(role).get(path).expect(200).text("next");
  }

  private boolean refuses(Operation list, String cursor) {
    String path = list.path();
    for (Map.Entry<String, String> example : EXAMPLES.entrySet()) {
      path = path.replace(example.getKey(), example.getValue());
    }
    String query = "?email=nobody@example.org&after=" + cursor;
    Answer answer = allowed(list.method().toUpperCase(Locale.ROOT), path + query);
    return answer.status() == 400
        && answer.body().path("errors").path(0).path("field").asString("").equals("after");
  }

  private Answer allowed(String method, String path) {
    return Stream.of("staff", "operator", "auditor")
        .map(role -> shop.as(role).send(method, path, BodyPublishers.noBody(), Map.of()))
        .filter(answer -> answer.status() != 403)
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nobody may " + method + " " + path));
  }
}
