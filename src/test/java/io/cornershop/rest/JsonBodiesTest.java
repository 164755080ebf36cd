package io.cornershop.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import io.cornershop.rest.problems.FieldError;
import io.cornershop.rest.problems.MalformedBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JsonBodiesTest {

  record Line(ProductId productId, int quantity) {}

  record Body(
      String name,
      Money price,
      Optional<String> note,
      List<Line> items,
      Instant at,
      Boolean gift) {}

  @Test
  void a_body_is_read_into_its_record() {
    Object read =
        read(
            """
            {"name": "x", "price": {"amount": "10.10", "currency": "EUR"},
             "items": [{"productId": "p1", "quantity": 2}], "at": "2026-11-01T12:00:00Z",
             "gift": true}
            """);

    assertThat(read)
        .isEqualTo(
            new Body(
                "x",
                Money.of("10.10", "EUR"),
                Optional.empty(),
                List.of(new Line(new ProductId("p1"), 2)),
                Instant.parse("2026-11-01T12:00:00Z"),
                true));
  }

  @ParameterizedTest(name = "{0} : {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "whole",
      value = {
        "{                                 | whole             | is not well-formed JSON (line 1, column 2)",
        "{\"name\": \"x\"} y               | whole             | is not well-formed JSON (line 1, column 15)",
        "null                              | whole             | must not be null",
        "[]                                | whole             | must be an object",
        "{\"name\": 5}                     | name              | must be a text",
        "{\"foo\": 5}                      | foo               | is not known here",
        "{\"gift\": \"yes\"}               | gift              | must be true or false",
        "{\"at\": \"soon\"}                | at                | must be a text with a time by ISO 8601 and its offset, from 1970 to 9999",
        "{\"items\": {}}                   | items             | must be a list",
        "{\"items\": [{\"quantity\": 1.5}]}   | items[0].quantity | must be a whole number within its range",
        "{\"items\": [{\"quantity\": \"1\"}]} | items[0].quantity | must be a whole number within its range",
        "{\"items\": [{\"quantity\": 1000000000000}]} | items[0].quantity | must be a whole number within its range",
        "{\"items\": [{\"productId\": \"a b\"}]} | items[0].productId | must be 1 to 64 letters, digits, dots, underscores or hyphens",
        "{\"price\": 10.1}                 | price             | must be an object",
        "{\"price\": {\"amount\": 10.1, \"currency\": \"EUR\"}} | price.amount | must be a text",
        "{\"price\": {\"amount\": \"10.123\", \"currency\": \"EUR\"}} | price.amount | has more decimals than EUR knows",
        "{\"price\": {\"amount\": \"1\", \"currency\": \"EUR\", \"x\": 1}} | price.x | is not known here"
      })
  void what_is_wrong_is_named_in_the_words_of_the_caller(
      String json, String field, String message) {
    assertThat(refusal(json))
        .isEqualTo(new FieldError(Optional.ofNullable(field).orElse(""), message));
  }

  @Test
  void an_empty_body_is_refused() {
    assertThat(refusal("")).isEqualTo(new FieldError("", "must not be empty"));
  }

  @Test
  void a_field_that_is_there_twice_is_refused() {
    assertThat(refusal("{\"name\": \"x\", \"name\": \"y\"}").message())
        .startsWith("is not well-formed JSON");
  }

  @Test
  void a_bottomless_nesting_is_refused() {
    String deep = "[".repeat(10_000);

    assertThat(refusal("{\"name\": \"x\", \"other\": " + deep))
        .isEqualTo(new FieldError("", "is too long or nested too deep"));
  }

  private static FieldError refusal(String json) {
    return catchThrowableOfType(MalformedBody.class, () -> read(json)).errors().getFirst();
  }

  private static Object read(String json) {
    return JsonBodies.read(json.getBytes(StandardCharsets.UTF_8), Body.class);
  }
}
