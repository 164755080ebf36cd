package io.cornershop.observability.metrics;

import static io.cornershop.observability.metrics.Label.AGGREGATE_TYPE;
import static io.cornershop.observability.metrics.Label.CONSUMER;
import static io.cornershop.observability.metrics.Label.CONSUMER_GROUP;
import static io.cornershop.observability.metrics.Label.ERROR_TYPE;
import static io.cornershop.observability.metrics.Label.EVENT_TYPE;
import static io.cornershop.observability.metrics.Label.NOTIFICATION_TYPE;
import static io.cornershop.observability.metrics.Label.PARTITION;
import static io.cornershop.observability.metrics.Label.PROJECTION;
import static io.cornershop.observability.metrics.Label.READ_MODEL_TYPE;
import static io.cornershop.observability.metrics.Label.RESULT;
import static io.cornershop.observability.metrics.Label.SAGA_TYPE;
import static io.cornershop.observability.metrics.Label.SOURCE;
import static io.cornershop.observability.metrics.Label.STATE;
import static io.cornershop.observability.metrics.Label.STATUS;
import static io.cornershop.observability.metrics.Label.STEP_NAME;
import static io.cornershop.observability.metrics.Label.TOPIC;
import static io.cornershop.observability.metrics.Metric.Kind.COUNTER;
import static io.cornershop.observability.metrics.Metric.Kind.GAUGE;
import static io.cornershop.observability.metrics.Metric.Kind.HISTOGRAM;

import java.util.List;
import java.util.Locale;

/**
 * Every metric of ours. The wire name is the constant in lower case; counters end in {@code
 * _TOTAL}, histograms in {@code _SECONDS}, and so they are exported. The operations page has the
 * same list, for operators.
 */
public enum Metric {
  EVENTS_PUBLISHED_TOTAL(COUNTER, "Events that Kafka has acknowledged", EVENT_TYPE, TOPIC, SOURCE),
  EVENT_PUBLISH_DURATION_SECONDS(
      HISTOGRAM, "From handing an event to the producer to its acknowledgement", EVENT_TYPE, TOPIC),
  EVENTS_PUBLISH_ERRORS_TOTAL(
      COUNTER, "Events that Kafka has refused; they are sent again", EVENT_TYPE, TOPIC, ERROR_TYPE),
  KAFKA_PRODUCER_QUEUE_SIZE(GAUGE, "Events handed to the producer and not answered yet", TOPIC),
  KAFKA_BROKERS(GAUGE, "Brokers that there are; no number while none answers"),
  OUTBOX_PENDING(GAUGE, "Commits that are stored and not known to be on Kafka"),
  OUTBOX_OLDEST_AGE_SECONDS(GAUGE, "Age of a commit that waits, at least of the oldest"),

  EVENTS_STORED_TOTAL(
      COUNTER, "Events that this node has appended", Label.EVENT_TYPE, AGGREGATE_TYPE),
  EVENT_STORE_SIZE(GAUGE, "Events that have a position", AGGREGATE_TYPE),
  EVENTS_REPLAYED_TOTAL(
      COUNTER, "Events read again for a replay or to rebuild a view", AGGREGATE_TYPE),
  EVENT_REPLAY_DURATION_SECONDS(
      HISTOGRAM, "From the first read of a stream to the state it adds up to", AGGREGATE_TYPE),

  EVENTS_CONSUMED_TOTAL(
      COUNTER,
      "Events that all handlers of a group have handled",
      EVENT_TYPE,
      TOPIC,
      CONSUMER_GROUP),
  EVENT_CONSUME_DURATION_SECONDS(
      HISTOGRAM,
      "From the arrival of an event until all handlers of the group have handled it",
      EVENT_TYPE,
      TOPIC,
      CONSUMER_GROUP),
  EVENTS_CONSUME_ERRORS_TOTAL(
      COUNTER, "Tries that failed", EVENT_TYPE, TOPIC, CONSUMER_GROUP, ERROR_TYPE),
  KAFKA_CONSUMER_LAG(
      GAUGE, "Records behind what was polled last", TOPIC, PARTITION, CONSUMER_GROUP),
  KAFKA_RETENTION_HEADROOM_SECONDS(
      GAUGE, "Until the topic forgets what the group has not finished", TOPIC, CONSUMER_GROUP),
  CONSUMER_STUCK_HANDLERS(GAUGE, "Handlers that do not return", CONSUMER_GROUP),
  CONSUMER_OLDEST_UNFINISHED_SECONDS(
      GAUGE, "Age of the oldest record that this node has and has not finished", CONSUMER_GROUP),
  DEAD_LETTERS(GAUGE, "Letters that something is still to be done about", CONSUMER, STATE),

  READ_MODELS_UPDATED_TOTAL(
      COUNTER, "Events that have changed a row that is read", READ_MODEL_TYPE, EVENT_TYPE),
  READ_MODEL_UPDATE_DURATION_SECONDS(
      HISTOGRAM, "One update of a view, by one event or by many at once", READ_MODEL_TYPE),
  PROJECTION_APPEND_TO_APPLIED_SECONDS(
      HISTOGRAM, "From the time of an event until it is in the view", PROJECTION),
  PROJECTION_LAG_EVENTS(GAUGE, "Records of its topics that are not finished", PROJECTION),
  PROJECTION_FRESHNESS_SECONDS(GAUGE, "For how long the view has not been caught up", PROJECTION),

  SAGAS_STARTED_TOTAL(COUNTER, "Sagas that began", SAGA_TYPE),
  SAGAS_COMPLETED_TOTAL(COUNTER, "Sagas of which all is done", SAGA_TYPE),
  SAGAS_FAILED_TOTAL(COUNTER, "How often a saga came to need somebody", SAGA_TYPE),
  SAGAS_COMPENSATED_TOTAL(COUNTER, "Sagas of which all is undone", SAGA_TYPE),
  SAGA_STEPS_EXECUTED_TOTAL(COUNTER, "Steps that came to an end", SAGA_TYPE, STEP_NAME, RESULT),
  SAGA_TIMEOUTS_TOTAL(COUNTER, "Steps without an answer in time", SAGA_TYPE, STEP_NAME),
  SAGA_RETRIES_TOTAL(COUNTER, "Further tries of a step", SAGA_TYPE, STEP_NAME),
  ACTIVE_SAGAS(GAUGE, "Sagas that have not come to an end", SAGA_TYPE, STATUS),
  SAGA_OLDEST_AGE_SECONDS(GAUGE, "Age of the oldest saga that is open", SAGA_TYPE, STATUS),
  SAGA_DURATION_SECONDS(HISTOGRAM, "From the start of a saga to its end", SAGA_TYPE),

  NOTIFICATIONS_SENT_TOTAL(
      COUNTER, "Messages that a provider has taken over", NOTIFICATION_TYPE, EVENT_TYPE),
  NOTIFICATION_SEND_DURATION_SECONDS(
      HISTOGRAM, "One attempt, from the call of the provider to its answer", NOTIFICATION_TYPE),
  NOTIFICATION_SEND_ERRORS_TOTAL(
      COUNTER, "Attempts after which it is not known to be sent", NOTIFICATION_TYPE, ERROR_TYPE),
  NOTIFICATION_BACKLOG(GAUGE, "Messages that are not settled", NOTIFICATION_TYPE, STATE);

  /** How it behaves. */
  public enum Kind {
    COUNTER,
    HISTOGRAM,
    GAUGE
  }

  private static final String SECONDS = "_seconds";

  private final Kind kind;
  private final String description;
  private final List<Label> labels;

  Metric(Kind kind, String description, Label... labels) {
    this.kind = kind;
    this.description = description;
    this.labels = List.of(labels);
  }

  public Kind kind() {
    return kind;
  }

  public String description() {
    return description;
  }

  public List<Label> labels() {
    return labels;
  }

  /** As it is exported; a histogram with {@code _bucket}, {@code _sum} and so on behind it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it is registered: the exporter adds the unit to the name of a timer. */
  String registeredName() {
    String name = wireName();
    return kind == HISTOGRAM ? name.substring(0, name.length() - SECONDS.length()) : name;
  }
}
