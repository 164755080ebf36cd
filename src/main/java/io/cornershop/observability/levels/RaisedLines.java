package io.cornershop.observability.levels;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Makes lines below {@code INFO} such of {@code INFO}, with their own level in front of the words,
 * so that the server writes them where all others are. It hears a line before the server does.
 */
final class RaisedLines extends Handler {

  RaisedLines() {
    setLevel(Level.ALL);
  }

  @Override
  public void publish(LogRecord line) {
    if (line.getLevel().intValue() < Level.INFO.intValue()) {
      line.setMessage(LogLevel.below(line.getLevel()) + ": " + line.getMessage());
      line.setLevel(Level.INFO);
    }
  }

  @Override
  public void flush() {
    // Nothing waits.
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
