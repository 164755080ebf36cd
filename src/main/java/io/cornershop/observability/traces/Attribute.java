package io.cornershop.observability.traces;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/** What spans say, by OpenTelemetry's semantic conventions where they have a word for it. */
final class Attribute {

  static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");

  static final AttributeKey<String> METHOD = stringKey("http.request.method");
  static final AttributeKey<Long> RESENDS = longKey("http.request.resend_count");
  static final AttributeKey<Long> STATUS = longKey("http.response.status_code");
  static final AttributeKey<String> SERVER_ADDRESS = stringKey("server.address");
  static final AttributeKey<Long> SERVER_PORT = longKey("server.port");
  static final AttributeKey<String> URL = stringKey("url.full");

  static final AttributeKey<String> DB_SYSTEM = stringKey("db.system.name");
  static final AttributeKey<String> DB_NAMESPACE = stringKey("db.namespace");
  static final AttributeKey<String> DB_OPERATION = stringKey("db.operation.name");
  static final AttributeKey<String> DB_COLLECTION = stringKey("db.collection.name");

  static final AttributeKey<String> MESSAGING_SYSTEM = stringKey("messaging.system");
  static final AttributeKey<String> DESTINATION = stringKey("messaging.destination.name");
  static final AttributeKey<String> PARTITION = stringKey("messaging.destination.partition.id");
  static final AttributeKey<String> OPERATION_TYPE = stringKey("messaging.operation.type");
  static final AttributeKey<String> OPERATION_NAME = stringKey("messaging.operation.name");
  static final AttributeKey<String> CONSUMER_GROUP = stringKey("messaging.consumer.group.name");
  static final AttributeKey<String> MESSAGE_ID = stringKey("messaging.message.id");
  static final AttributeKey<String> CONVERSATION_ID =
      stringKey("messaging.message.conversation_id");
  static final AttributeKey<String> MESSAGE_KEY = stringKey("messaging.kafka.message.key");
  static final AttributeKey<Long> OFFSET = longKey("messaging.kafka.offset");
  static final AttributeKey<Long> BATCH_SIZE = longKey("messaging.batch.message_count");

  static final AttributeKey<String> OUTCOME = stringKey("cornershop.outcome");
  static final AttributeKey<String> SOURCE = stringKey("cornershop.source");
  static final AttributeKey<String> CORRELATION = stringKey("cornershop.correlation.id");
  static final AttributeKey<String> EVENT_TYPE = stringKey("cornershop.event.type");
  static final AttributeKey<String> AGGREGATE_TYPE = stringKey("cornershop.aggregate.type");
  static final AttributeKey<String> AGGREGATE_ID = stringKey("cornershop.aggregate.id");
  static final AttributeKey<Long> COMMANDS = longKey("cornershop.commit.commands");
  static final AttributeKey<Long> EVENTS = longKey("cornershop.commit.events");
  static final AttributeKey<String> SAGA_ID = stringKey("cornershop.saga.id");
  static final AttributeKey<String> SAGA_STEP = stringKey("cornershop.saga.step");
  static final AttributeKey<String> HANDLER = stringKey("cornershop.handler");
  static final AttributeKey<String> PROVIDER = stringKey("cornershop.payment.provider");
  static final AttributeKey<String> PAYMENT_ID = stringKey("cornershop.payment.id");
  static final AttributeKey<String> NOTIFICATION_ID = stringKey("cornershop.notification.id");
  static final AttributeKey<String> CHANNEL = stringKey("cornershop.notification.channel");
  static final AttributeKey<Long> ATTEMPT = longKey("cornershop.attempt");

  private Attribute() {}
}
