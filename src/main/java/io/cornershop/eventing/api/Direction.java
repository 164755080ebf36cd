package io.cornershop.eventing.api;

import java.util.Locale;

/** Which way a stream is read; spelled in lower case by callers. */
enum Direction {
  /** Oldest first. */
  FORWARD,
  /** Newest first. */
  BACKWARD;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
