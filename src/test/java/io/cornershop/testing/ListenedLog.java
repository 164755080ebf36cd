package io.cornershop.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What is logged during a test. Thread-safe. */
public final class ListenedLog implements BeforeEachCallback, AfterEachCallback {

  private final Logger logger;
  private final List<LogRecord> lines = new CopyOnWriteArrayList<>();
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line);
        }

        @Override
        public void flush() {
          // Nothing waits.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  private ListenedLog(String logger) {
    this.logger = Logger.getLogger(logger);
  }

  /** Of one class. */
  public static ListenedLog of(Class<?> speaker) {
    return new ListenedLog(speaker.getName());
  }

  /** Of all classes, also of those that other tests use meanwhile. */
  public static ListenedLog ofAll() {
    return new ListenedLog("");
  }

  /** The messages and what they are about, so far. */
  public Stream<String> texts() {
    return lines.stream()
        .flatMap(
            line ->
                Stream.concat(
                    Stream.of(String.valueOf(line.getMessage())),
                    Stream.ofNullable(line.getParameters())
                        .flatMap(Stream::of)
                        .map(String::valueOf)));
  }

  /** What was logged so far, or since it was cleared. */
  public List<LogRecord> lines() {
    return List.copyOf(lines);
  }

  /** Forgets what was logged so far. */
  public void clear() {
    lines.clear();
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    logger.addHandler(listening);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    logger.removeHandler(listening);
  }
}
