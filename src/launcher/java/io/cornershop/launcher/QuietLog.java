package io.cornershop.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sets up the log of an embedded server: warnings only, a line each, on standard error. */
final class QuietLog {

  /** Both are kept, because the log framework forgets loggers that nobody holds. */
  private static final Logger ROOT = Logger.getLogger("");

  private static final List<Logger> QUIETER = new ArrayList<>();

  private QuietLog() {}

  /** Shows {@code names} in case of errors only. */
  static void start(String... names) {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
    ROOT.setLevel(Level.WARNING);
    for (String name : names) {
      Logger logger = Logger.getLogger(name);
      logger.setLevel(Level.SEVERE);
      QUIETER.add(logger);
    }
  }
}
