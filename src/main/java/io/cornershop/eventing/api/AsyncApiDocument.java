package io.cornershop.eventing.api;

import io.cornershop.eventing.deadletters.DerivedRecords;
import io.cornershop.eventing.events.EventSchemas;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.EventTypes.Registered;
import io.cornershop.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be read from Kafka, as an AsyncAPI 3.0 document: every topic, every event type in every
 * version that may lie there, made of the registry and its schemas; and the topics of dead letters.
 * Immutable and thread-safe.
 */
public final class AsyncApiDocument {

  private static final String KAFKA_BINDING = "0.5.0";

  private final EventTypes types;
  private final EventSchemas schemas;
  private final byte[] json;

  /**
   * @param bootstrapServers of Kafka, separated by commas
   */
  public AsyncApiDocument(EventTypes types, EventSchemas schemas, String bootstrapServers) {
    this.types = types;
    this.schemas = schemas;
    this.json = Json.TOLERANT.writeValueAsBytes(document(bootstrapServers));
  }

  /** The document as JSON. */
  public byte[] json() {
    return json.clone();
  }

  private ObjectNode document(String bootstrapServers) {
    ObjectNode document = object().put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "CornerShop events")
        .put("version", "1.0")
        .put(
            "description",
            "What has happened in the shop. The key of a record is the aggregate id, so events of"
                + " one aggregate are in order; an event can come twice, which its sequence tells."
                + " Outside producers publish by HTTP: POST /api/events.");
    document.put("defaultContentType", "application/json");
    document.set("servers", servers(bootstrapServers));
    document.set("channels", channels());
    document.set("operations", operations());
    document.set("components", components());
    return document;
  }

  private static ObjectNode servers(String bootstrapServers) {
    ObjectNode servers = object();
    for (String address : bootstrapServers.split(",")) {
      servers
          .putObject("kafka-" + (servers.size() + 1))
          .put("host", address.strip())
          .put("protocol", "kafka");
    }
    return servers;
  }

  private ObjectNode channels() {
    ObjectNode channels = object();
    types.topics().forEach(topic -> channels.set(topic, channel(topic)));
    types.topics().forEach(topic -> DeadLetterTopics.describe(topic, channels));
    return channels;
  }

  private ObjectNode channel(String topic) {
    ObjectNode channel = object().put("address", topic);
    ObjectNode messages = channel.putObject("messages");
    versionsOn(topic).forEach(type -> messages.set(key(type), ref("messages", key(type))));
    kafka(channel).put("topic", topic);
    return channel;
  }

  private List<EventType> versionsOn(String topic) {
    return schemas.all().stream()
        .filter(type -> topic.equals(types.topicOf(registered(type).aggregateType()).orElse("")))
        .toList();
  }

  private ObjectNode operations() {
    ObjectNode operations = object();
    types.topics().forEach(topic -> sends(topic, operations));
    types.topics().forEach(topic -> sends(DerivedRecords.topicOf(topic), operations));
    return operations;
  }

  private static void sends(String topic, ObjectNode operations) {
    ObjectNode operation = operations.putObject("publish." + topic).put("action", "send");
    operation.putObject("channel").put("$ref", "#/channels/" + topic);
  }

  private ObjectNode components() {
    ObjectNode components = object();
    ObjectNode messages = components.putObject("messages");
    ObjectNode described = components.putObject("schemas");
    described.set("Headers", resource("/asyncapi/headers.json"));
    described.set("Envelope", resource("/asyncapi/envelope.json"));
    for (EventType type : schemas.all()) {
      messages.set(key(type), message(type));
      described.set(key(type), schemas.schemaOf(type).orElseThrow());
    }
    DeadLetterTopics.describe(messages, described);
    return components;
  }

  private ObjectNode message(EventType type) {
    Registered registered = registered(type);
    boolean present = registered.type().equals(type);
    ObjectNode message =
        object()
            .put("name", type.name())
            .put("title", type.toString())
            .put(
                "summary",
                present ? "Written today" : "From before version " + (type.version() + 1))
            .put("contentType", "application/json")
            .put("x-external", registered.isExternal());
    message.set("headers", ref("schemas", "Headers"));
    message.set("payload", payload(type, registered));
    message.putObject("correlationId").put("location", "$message.header#/correlationId");
    kafka(message)
        .putObject("key")
        .put("type", "string")
        .put("description", "The id of the " + registered.aggregateType());
    return message;
  }

  private static ObjectNode payload(EventType type, Registered registered) {
    ObjectNode payload = object();
    ObjectNode own = object();
    payload.putArray("allOf").add(ref("schemas", "Envelope")).add(own);
    ObjectNode properties = own.putObject("properties");
    properties.putObject("eventType").put("const", type.name());
    properties.putObject("aggregateType").put("const", registered.aggregateType());
    properties.putObject("version").put("const", type.version());
    properties.set("data", ref("schemas", key(type)));
    return payload;
  }

  private Registered registered(EventType type) {
    return types.named(type.name()).orElseThrow();
  }

  static ObjectNode kafka(ObjectNode parent) {
    ObjectNode binding = parent.putObject("bindings").putObject("kafka");
    return binding.put("bindingVersion", KAFKA_BINDING);
  }

  private static String key(EventType type) {
    return type.name() + ".v" + type.version();
  }

  static ObjectNode ref(String kind, String name) {
    return object().put("$ref", "#/components/" + kind + "/" + name);
  }

  private static ObjectNode object() {
    return Json.TOLERANT.createObjectNode();
  }

  static ObjectNode resource(String name) {
    try (InputStream in = AsyncApiDocument.class.getResourceAsStream(name)) {
      return (ObjectNode) Json.TOLERANT.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
