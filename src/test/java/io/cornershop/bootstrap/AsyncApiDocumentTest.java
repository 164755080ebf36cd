package io.cornershop.bootstrap;

import static io.cornershop.testing.WholeShop.JSON;
import static io.cornershop.testing.WholeShop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cornershop.eventing.api.AsyncApiDocument;
import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventSchemas;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AsyncApiDocumentTest {

  private static final Path SPECIFICATION =
      Path.of("src", "test", "resources", "asyncapi", "asyncapi-3.0.0.schema.json");
  private static final JsonNode DOCUMENT =
      JsonMapper.shared()
          .readTree(
              new AsyncApiDocument(TYPES, new EventSchemas(TYPES), "a.example:9092, b.example:9092")
                  .json());

  static Stream<DomainEvent> samples() {
    return EventSamples.all();
  }

  private static Schema specification() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(JsonMapper.shared().readTree(Files.readString(SPECIFICATION)));
  }

  @Test
  void keeps_to_the_official_schema_of_asyncapi_3() throws IOException {
    assertThat(specification().validate(DOCUMENT)).isEmpty();
  }

  @Test
  void the_official_schema_does_not_let_everything_pass() throws IOException {
    ObjectNode wrong = (ObjectNode) DOCUMENT.deepCopy();
    ((ObjectNode) wrong.at("/channels/orders.events")).put("adress", "orders.events");

    assertThat(specification().validate(wrong)).isNotEmpty();
  }

  @Test
  void names_every_server_and_every_topic() {
    assertThat(DOCUMENT.path("servers"))
        .isEqualTo(
            read(
                """
                {"kafka-1": {"host": "a.example:9092", "protocol": "kafka"},
                 "kafka-2": {"host": "b.example:9092", "protocol": "kafka"}}
                """));
    assertThat(DOCUMENT.path("channels").propertyNames())
        .containsExactlyElementsOf(withDeadLetters(topic -> topic));
    assertThat(DOCUMENT.path("operations").propertyNames())
        .containsExactlyElementsOf(withDeadLetters(topic -> "publish." + topic));
  }

  private static List<String> withDeadLetters(UnaryOperator<String> form) {
    return Stream.concat(
            TYPES.topics().stream(), TYPES.topics().stream().map(topic -> topic + ".dlq"))
        .map(form)
        .toList();
  }

  @Test
  void shows_what_lies_on_a_topic_of_dead_letters() {
    assertThat(DOCUMENT.at("/channels/catalogue.events.dlq"))
        .isEqualTo(
            read(
                """
                {"address": "catalogue.events.dlq",
                 "description": "What could not be handled of catalogue.events, at least once",
                 "messages": {"DeadLetter": {"$ref": "#/components/messages/DeadLetter"}},
                 "bindings": {"kafka": {"bindingVersion": "0.5.0",
                                        "topic": "catalogue.events.dlq"}}}
                """));
    assertThat(DOCUMENT.at("/components/messages/DeadLetter/headers/$ref").asString())
        .isEqualTo("#/components/schemas/DeadLetterHeaders");
  }

  @Test
  void shows_every_version_of_an_event_on_its_topic() {
    assertThat(DOCUMENT.at("/channels/catalogue.events"))
        .isEqualTo(
            read(
                """
                {"address": "catalogue.events",
                 "messages": {
                   "ProductAdded.v1": {"$ref": "#/components/messages/ProductAdded.v1"},
                   "ProductAdded.v2": {"$ref": "#/components/messages/ProductAdded.v2"},
                   "ProductPriceChanged.v1": {"$ref": "#/components/messages/ProductPriceChanged.v1"},
                   "ProductWithdrawn.v1": {"$ref": "#/components/messages/ProductWithdrawn.v1"}},
                 "bindings": {"kafka": {"bindingVersion": "0.5.0", "topic": "catalogue.events"}}}
                """));
  }

  @Test
  void describes_a_message_with_its_key_its_headers_and_its_payload() {
    assertThat(DOCUMENT.at("/components/messages/ProductAdded.v1"))
        .isEqualTo(
            read(
                """
                {"name": "ProductAdded", "title": "ProductAdded v1",
                 "summary": "From before version 2", "contentType": "application/json",
                 "x-external": false,
                 "headers": {"$ref": "#/components/schemas/Headers"},
                 "payload": {"allOf": [
                   {"$ref": "#/components/schemas/Envelope"},
                   {"properties": {
                     "eventType": {"const": "ProductAdded"},
                     "aggregateType": {"const": "Product"},
                     "version": {"const": 1},
                     "data": {"$ref": "#/components/schemas/ProductAdded.v1"}}}]},
                 "correlationId": {"location": "$message.header#/correlationId"},
                 "bindings": {"kafka": {"bindingVersion": "0.5.0",
                   "key": {"type": "string", "description": "The id of the Product"}}}}
                """));
    assertThat(DOCUMENT.at("/components/messages/ParcelScanned.v1/x-external").asBoolean())
        .isTrue();
  }

  @Test
  void every_reference_leads_somewhere() {
    List<JsonNode> references = DOCUMENT.findValues("$ref");

    assertThat(references).isNotEmpty();
    assertThat(references)
        .filteredOn(reference -> DOCUMENT.at(reference.asString().substring(1)).isMissingNode())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_real_event_is_one_of_its_messages_and_no_other(DomainEvent sample) {
    JsonNode event = read(EnvelopeJson.write(envelope(sample)));
    List<String> fitting =
        DOCUMENT
            .at("/components/messages")
            .propertyStream()
            .filter(message -> !message.getKey().equals("DeadLetter"))
            .filter(message -> errors(message.getKey(), event).isEmpty())
            .map(message -> message.getKey())
            .toList();

    var type = TYPES.of(sample.getClass()).type();
    assertThat(fitting).isEqualTo(List.of(type.name() + ".v" + type.version()));
  }

  private static List<Error> errors(String message, JsonNode event) {
    ObjectNode schema = definitions();
    schema.set("allOf", local(DOCUMENT.at("/components/messages/" + message + "/payload/allOf")));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(schema)
        .validate(event);
  }

  private static ObjectNode definitions() {
    ObjectNode schema = JsonMapper.shared().createObjectNode();
    schema.set("definitions", local(DOCUMENT.at("/components/schemas")));
    schema
        .findParents("x-personal-data")
        .forEach(parent -> ((ObjectNode) parent).remove("x-personal-data"));
    return schema;
  }

  /** With references as a schema that stands alone has them. */
  private static JsonNode local(JsonNode part) {
    return read(part.toString().replace("#/components/schemas/", "#/definitions/"));
  }

  private static EventEnvelope envelope(DomainEvent event) {
    return new EventEnvelope(
        new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0001L),
        TYPES.of(event.getClass()).type(),
        new StreamId(TYPES.of(event.getClass()).aggregateType(), "1"),
        1,
        Instant.EPOCH,
        JSON.encode(event),
        EventMetadata.of("c", "c", "u", "test"),
        OptionalLong.of(1_000));
  }

  private static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json);
  }
}
