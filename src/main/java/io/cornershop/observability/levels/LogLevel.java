package io.cornershop.observability.levels;

import java.util.logging.Level;

/** What a logger writes: lines of this importance and above. */
public enum LogLevel {
  TRACE(Level.FINER),
  DEBUG(Level.FINE),
  INFO(Level.INFO),
  WARNING(Level.WARNING),
  ERROR(Level.SEVERE);

  private final Level level;

  LogLevel(Level level) {
    this.level = level;
  }

  Level level() {
    return level;
  }

  /** The word for a line of a level that is less than {@code INFO}. */
  static LogLevel below(Level level) {
    return level.intValue() >= Level.FINE.intValue() ? DEBUG : TRACE;
  }
}
