package io.cornershop.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.EventSchemas;
import io.cornershop.eventing.events.EventSchemas.Violation;
import io.cornershop.eventing.events.EventType;
import io.cornershop.testing.WholeShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the released schemas say about data, by the example of a parcel's scan and an order. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SchemaViolationsTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "events");
  private static final EventSchemas SCHEMAS = new EventSchemas(WholeShop.TYPES);
  private static final EventType SCAN = new EventType("ParcelScanned", 1);

  static Stream<EventType> versions() {
    return SCHEMAS.all().stream();
  }

  private static String golden(EventType type) throws IOException {
    return Files.readString(GOLDEN.resolve("%s.v%d.json".formatted(type.name(), type.version())));
  }

  private static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void every_golden_file_keeps_to_its_schema(EventType version) throws IOException {
    assertThat(SCHEMAS.violations(version, read(golden(version)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "'orderId':'order-4711',    |                        | orderId        | must be there",
        "'order-4711'               | 4711                   | orderId        | must be a text",
        "'order-4711'               | 'no id'                | orderId        | has the wrong form",
        "'order-4711'               | 'order-4711\\n'        | orderId        | has the wrong form",
        "'DELIVERED'                | 'LOST'                 | scan           | must be one of PICKED_UP, IN_TRANSIT, DELIVERED, RETURNED",
        "'2026-03-11T10:05:30Z'     | 'yesterday'            | at             | must be a time by ISO 8601",
        "'2026-03-11T10:05:30Z'     | 1773223530             | at             | must be a text",
        "'Parcel Express'           | 'Parcel\\nExpress'     | carrier        | has the wrong form",
        "'Parcel Express'           | 'Parcel Express\\n'    | carrier        | has the wrong form",
        "'Parcel Express'           | 'Half \\ud83d'         | carrier        | has the wrong form",
        "'Parcel Express'           | '  '                   | carrier        | has the wrong form",
        "'scan'                     | 'weight':7,'scan'      | weight         | is not known here"
      })
  void a_wrong_value_is_named(String part, String other, String field, String message)
      throws IOException {
    String scan = golden(SCAN);
    String found = part.strip().replace('\'', '"');
    assertThat(scan).contains(found);
    String wrong = other == null ? "" : other.strip().replace('\'', '"');

    assertThat(SCHEMAS.violations(SCAN, read(scan.replace(found, wrong))))
        .isEqualTo(List.of(new Violation(field.strip(), message.strip())));
  }

  @Test
  void a_text_of_the_longest_length_is_right_and_one_more_is_not() throws IOException {
    String scan = golden(SCAN);

    assertThat(SCHEMAS.violations(SCAN, read(scan.replace("Parcel Express", "x".repeat(100)))))
        .isEmpty();
    assertThat(SCHEMAS.violations(SCAN, read(scan.replace("Parcel Express", "x".repeat(101)))))
        .isEqualTo(List.of(new Violation("carrier", "must have at most 100 characters")));
  }

  @Test
  void every_wrong_value_is_named_also_inside_lists() throws IOException {
    EventType order = new EventType("OrderCreated", 1);
    String wrong =
        golden(order)
            .replaceFirst("\"quantity\":[0-9]+", "\"quantity\":1.5")
            .replaceFirst("\"country\":\"[A-Z]+\"", "\"country\":true");

    assertThat(SCHEMAS.violations(order, read(wrong)))
        .isEqualTo(
            List.of(
                new Violation("items[0].quantity", "must be a whole number"),
                new Violation("shippingAddress.country", "must be a text")));
  }

  @Test
  void what_is_no_object_is_no_data() {
    assertThat(SCHEMAS.violations(SCAN, read("[]")))
        .isEqualTo(List.of(new Violation("", "must be an object")));
  }

  @Test
  void a_version_that_nobody_has_released_has_no_schema() {
    EventType unknown = new EventType("ParcelScanned", 99);

    assertThat(SCHEMAS.schemaOf(unknown)).isEmpty();
    assertThatThrownBy(() -> SCHEMAS.violations(unknown, read("{}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no schema for ParcelScanned v99");
  }
}
