package io.cornershop.notifications.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Leaves a provider alone that does not take anything, and tries it with a single message before
 * the others follow. Not thread-safe.
 */
final class Breaker {

  private static final int MOST_FAILURES = 5;
  private static final int MOST_DOUBLINGS = 4;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
  private static final Duration PROBE = Duration.ofMinutes(2);

  private int failures;
  private int pauses;
  private Optional<Instant> closedUntil = Optional.empty();
  private Optional<Instant> probeEnds = Optional.empty();

  /** Until when nothing may pass; empty when something may. */
  Optional<Instant> notBefore(Instant now) {
    return probeEnds.filter(now::isBefore).or(() -> closedUntil.filter(now::isBefore));
  }

  /** Something passes. */
  void passes(Instant now) {
    probeEnds = closedUntil.map(any -> now.plus(PROBE));
  }

  /** What had passed was never tried. */
  void returns() {
    probeEnds = Optional.empty();
  }

  /** The provider works; true when it was left alone before. */
  boolean succeeds() {
    boolean leftAlone = closedUntil.isPresent();
    failures = 0;
    pauses = 0;
    closedUntil = Optional.empty();
    probeEnds = Optional.empty();
    return leftAlone;
  }

  /** It does not; true when it is left alone from now on. */
  boolean fails(Instant now) {
    boolean before = closedUntil.isPresent();
    failures++;
    boolean probed = probeEnds.isPresent();
    if (probed || closedUntil.isEmpty() && failures >= MOST_FAILURES) {
      Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(pauses, MOST_DOUBLINGS));
      closedUntil = Optional.of(now.plus(pause));
      probeEnds = Optional.empty();
      pauses++;
    }
    return closedUntil.isPresent() && !before;
  }
}
