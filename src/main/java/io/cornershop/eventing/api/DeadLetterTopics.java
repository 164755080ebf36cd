package io.cornershop.eventing.api;

import io.cornershop.eventing.deadletters.DerivedRecords;
import tools.jackson.databind.node.ObjectNode;

/** The topics of dead letters in the AsyncAPI document: one kind of message for all of them. */
final class DeadLetterTopics {

  private static final String MESSAGE = "DeadLetter";
  private static final String HEADERS = "DeadLetterHeaders";

  private DeadLetterTopics() {}

  /** Adds the channel beside that of {@code topic}. */
  static void describe(String topic, ObjectNode channels) {
    String address = DerivedRecords.topicOf(topic);
    ObjectNode channel = channels.putObject(address).put("address", address);
    channel.put("description", "What could not be handled of " + topic + ", at least once");
    channel.putObject("messages").set(MESSAGE, AsyncApiDocument.ref("messages", MESSAGE));
    AsyncApiDocument.kafka(channel).put("topic", address);
  }

  /** Adds the message and the schema of its headers. */
  static void describe(ObjectNode messages, ObjectNode schemas) {
    schemas.set(HEADERS, AsyncApiDocument.resource("/asyncapi/dead-letter-headers.json"));
    ObjectNode message =
        messages
            .putObject(MESSAGE)
            .put("name", MESSAGE)
            .put("title", "A copy of a dead letter")
            .put("summary", "For those who watch: operators work with /api/dead-letters");
    message.set("headers", AsyncApiDocument.ref("schemas", HEADERS));
    message
        .putObject("payload")
        .put(
            "description",
            "The bytes of the record as they came, whatever they are; none when it had none, or"
                + " more than a topic takes.");
    AsyncApiDocument.kafka(message)
        .putObject("key")
        .put("type", "string")
        .put("description", "The key of the record as it came; it may have none");
  }
}
