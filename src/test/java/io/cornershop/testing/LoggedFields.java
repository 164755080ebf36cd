package io.cornershop.testing;

import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The fields that are on each line of a logger during a test, asked for as the server does it: in
 * the thread that writes the line. Hears every level. Thread-safe.
 */
public final class LoggedFields extends Handler implements BeforeEachCallback, AfterEachCallback {

  private final Logger logger;
  private final List<Map<String, String>> lines = new CopyOnWriteArrayList<>();

  /**
   * @param speaker whose lines are heard
   */
  public LoggedFields(String speaker) {
    this.logger = Logger.getLogger(speaker);
    setLevel(Level.ALL);
  }

  /** The fields that a line would have now. */
  public static Map<String, String> now() {
    Map<String, String> fields = new TreeMap<>();
    for (LogField field : LogField.values()) {
      LogScope.find(field).ifPresent(value -> fields.put(field.key(), value));
    }
    return fields;
  }

  /** The fields of each line so far. */
  public List<Map<String, String>> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(now());
  }

  @Override
  public void flush() {
    // Nothing waits.
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    logger.setLevel(Level.ALL);
    logger.addHandler(this);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    logger.removeHandler(this);
    logger.setLevel(null);
  }
}
