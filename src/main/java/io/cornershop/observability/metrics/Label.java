package io.cornershop.observability.metrics;

import java.util.Locale;

/** What metrics are split by. Each has few values, which the {@link Vocabulary} knows. */
public enum Label {
  EVENT_TYPE,
  AGGREGATE_TYPE,
  TOPIC,
  PARTITION,
  CONSUMER_GROUP,
  CONSUMER,
  SOURCE,
  PROJECTION,
  READ_MODEL_TYPE,
  SAGA_TYPE,
  STEP_NAME,
  NOTIFICATION_TYPE,
  STATE,
  STATUS,
  RESULT,
  ERROR_TYPE;

  /** As it is exported. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
