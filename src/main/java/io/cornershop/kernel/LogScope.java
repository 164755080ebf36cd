package io.cornershop.kernel;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the running thread works on, for the lines of the log that it writes meanwhile. Opened
 * around the work by a try statement, which clears the fields whatever happens; a scope within
 * another adds to it and hides what has the same name. Costs next to nothing while no line is
 * written. Bound to the thread, and not handed down to others.
 *
 * <p>Ids only, never what people have written: whoever reads logs may not read personal data.
 */
public final class LogScope implements AutoCloseable {

  private static final ThreadLocal<Optional<LogScope>> INNERMOST =
      ThreadLocal.withInitial(Optional::empty);

  private static final int TRACEPARENT_LENGTH = 55;
  private static final int TRACE_BEGIN = 3;
  private static final int TRACE_END = 35;

  private final Optional<LogScope> outer;
  private final Map<LogField, Object> fields = new EnumMap<>(LogField.class);

  private LogScope(Optional<LogScope> outer) {
    this.outer = outer;
  }

  /** A scope without fields of its own. */
  public static LogScope open() {
    LogScope scope = new LogScope(INNERMOST.get());
    INNERMOST.set(Optional.of(scope));
    return scope;
  }

  /** A scope with one field. */
  public static LogScope open(LogField field, Object value) {
    return open().with(field, value);
  }

  /**
   * Adds a field.
   *
   * @param value is turned into text when a line is written
   */
  public LogScope with(LogField field, Object value) {
    fields.put(field, value);
    return this;
  }

  /** Adds what metadata tell: where it all began, its trace, and the process. */
  public LogScope with(EventMetadata metadata) {
    fields.put(LogField.CORRELATION, metadata.correlationId());
    metadata.traceparent().flatMap(LogScope::traceId).ifPresent(id -> with(LogField.TRACE, id));
    metadata.saga().ifPresent(step -> with(LogField.SAGA, step.sagaId()));
    return this;
  }

  /** The trace of a W3C trace context: {@code 00-<trace>-<span>-01}. */
  private static Optional<String> traceId(String traceparent) {
    boolean formed =
        traceparent.length() == TRACEPARENT_LENGTH
            && traceparent.charAt(TRACE_BEGIN - 1) == '-'
            && traceparent.charAt(TRACE_END) == '-';
    return formed ? Optional.of(traceparent.substring(TRACE_BEGIN, TRACE_END)) : Optional.empty();
  }

  /** The field as a line that is written now would have it. */
  public static Optional<String> find(LogField field) {
    for (Optional<LogScope> at = INNERMOST.get(); at.isPresent(); at = at.get().outer) {
      Object value = at.get().fields.get(field);
      if (value != null) {
        return Optional.of(value.toString());
      }
    }
    return Optional.empty();
  }

  /** Clears what this scope has set, and what was left open within it. */
  @Override
  public void close() {
    if (outer.isPresent()) {
      INNERMOST.set(outer);
    } else {
      INNERMOST.remove();
    }
  }
}
