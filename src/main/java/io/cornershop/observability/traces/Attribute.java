package io.cornershop.observability.traces;

import io.opentelemetry.api.common.AttributeKey;

/** What spans say, by OpenTelemetry's semantic conventions where they have a word for it. */
final class Attribute {

  static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  static final AttributeKey<String> DB_SYSTEM = AttributeKey.stringKey("db.system.name");
  static final AttributeKey<String> DB_NAMESPACE = AttributeKey.stringKey("db.namespace");
  static final AttributeKey<String> DB_OPERATION = AttributeKey.stringKey("db.operation.name");
  static final AttributeKey<String> DB_COLLECTION = AttributeKey.stringKey("db.collection.name");

  static final AttributeKey<String> MESSAGING_SYSTEM = AttributeKey.stringKey("messaging.system");
  static final AttributeKey<String> DESTINATION =
      AttributeKey.stringKey("messaging.destination.name");
  static final AttributeKey<String> PARTITION =
      AttributeKey.stringKey("messaging.destination.partition.id");
  static final AttributeKey<String> OPERATION_TYPE =
      AttributeKey.stringKey("messaging.operation.type");
  static final AttributeKey<String> OPERATION_NAME =
      AttributeKey.stringKey("messaging.operation.name");
  static final AttributeKey<String> CONSUMER_GROUP =
      AttributeKey.stringKey("messaging.consumer.group.name");
  static final AttributeKey<String> MESSAGE_ID = AttributeKey.stringKey("messaging.message.id");
  static final AttributeKey<String> CONVERSATION_ID =
      AttributeKey.stringKey("messaging.message.conversation_id");
  static final AttributeKey<String> MESSAGE_KEY =
      AttributeKey.stringKey("messaging.kafka.message.key");
  static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
  static final AttributeKey<Long> BATCH_SIZE =
      AttributeKey.longKey("messaging.batch.message_count");

  static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("cornershop.outcome");
  static final AttributeKey<String> SOURCE = AttributeKey.stringKey("cornershop.source");
  static final AttributeKey<String> CORRELATION =
      AttributeKey.stringKey("cornershop.correlation.id");
  static final AttributeKey<String> EVENT_TYPE = AttributeKey.stringKey("cornershop.event.type");
  static final AttributeKey<String> AGGREGATE_TYPE =
      AttributeKey.stringKey("cornershop.aggregate.type");
  static final AttributeKey<String> AGGREGATE_ID =
      AttributeKey.stringKey("cornershop.aggregate.id");
  static final AttributeKey<Long> COMMANDS = AttributeKey.longKey("cornershop.commit.commands");
  static final AttributeKey<Long> EVENTS = AttributeKey.longKey("cornershop.commit.events");
  static final AttributeKey<String> SAGA_ID = AttributeKey.stringKey("cornershop.saga.id");
  static final AttributeKey<String> SAGA_STEP = AttributeKey.stringKey("cornershop.saga.step");
  static final AttributeKey<String> HANDLER = AttributeKey.stringKey("cornershop.handler");
  static final AttributeKey<String> PROVIDER =
      AttributeKey.stringKey("cornershop.payment.provider");
  static final AttributeKey<String> PAYMENT_ID = AttributeKey.stringKey("cornershop.payment.id");
  static final AttributeKey<String> NOTIFICATION_ID =
      AttributeKey.stringKey("cornershop.notification.id");
  static final AttributeKey<String> CHANNEL =
      AttributeKey.stringKey("cornershop.notification.channel");
  static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("cornershop.attempt");

  private Attribute() {}
}
