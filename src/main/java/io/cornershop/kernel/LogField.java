package io.cornershop.kernel;

/** What a line of the log can be found by, besides its words. */
public enum LogField {
  /** Of the request that began it all. */
  CORRELATION("correlationId"),
  TRACE("traceId"),
  /** Of the event that is being handled. */
  EVENT("eventId"),
  /** The aggregate that is being worked on, such as {@code Order/4711}. */
  AGGREGATE("aggregate"),
  SAGA("saga"),
  /** Which handler or channel works on it. */
  CONSUMER("consumer"),
  /** What happens in the background without an event: a timer, a rebuild, the relay. */
  TASK("task");

  private final String key;

  LogField(String key) {
    this.key = key;
  }

  /** Its name in the log. */
  public String key() {
    return key;
  }
}
