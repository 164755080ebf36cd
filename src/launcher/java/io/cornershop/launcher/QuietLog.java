package io.cornershop.launcher;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Sets up the log of an embedded server: warnings only, a line each, on standard error. */
final class QuietLog {

  /** Kept, because the log framework forgets loggers that nobody holds. */
  private static final Logger ROOT = Logger.getLogger("");

  private QuietLog() {}

  static void start() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
    ROOT.setLevel(Level.WARNING);
  }
}
