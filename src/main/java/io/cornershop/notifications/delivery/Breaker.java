package io.cornershop.notifications.delivery;

import io.cornershop.kernel.Latest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves a provider alone that does not take anything, and tries it with a single message before
 * the others follow. What it says of one address shows that it works; only when it turns away one
 * address after the other, and takes nothing in between, is it left alone for a while as well. Not
 * thread-safe.
 */
final class Breaker {

  private static final int MOST_FAILURES = 5;
  private static final int MOST_TURNED_AWAY = 25;
  private static final int MOST_DOUBLINGS = 4;
  private static final int REMEMBERED = 1_000;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

  /** After it, whoever tries has vanished. */
  private static final Duration LONGEST_PROBE = Duration.ofMinutes(2);

  /** So long those have the first go that have not met its failure themselves. */
  private static final Duration OTHERS_FIRST = Duration.ofSeconds(2);

  private record Probe(String address, Instant ends) {}

  private final Latest<String, Instant> failed = new Latest<>(REMEMBERED);
  private final Set<String> turnedAway = new HashSet<>();
  private int failures;
  private int pauses;
  private Optional<Instant> closedUntil = Optional.empty();
  private Optional<Probe> probe = Optional.empty();

  /** Until when nothing may pass to anybody; empty when something may. */
  Optional<Instant> notBefore(Instant now) {
    return closedUntil.filter(now::isBefore);
  }

  /** Whether others may pass first: one is on its way whose end decides, or this one has failed. */
  boolean hasOthersFirst(String address, Instant now) {
    return probe.filter(p -> now.isBefore(p.ends())).isPresent()
        || closedUntil.filter(until -> now.isBefore(until.plus(OTHERS_FIRST))).isPresent()
            && failed.find(address).isPresent();
  }

  /** Whether what has passed may still go; false when the provider is left alone since. */
  boolean stillLets(String address) {
    return closedUntil.isEmpty() || isProbe(address);
  }

  /** Something passes. */
  void passes(String address, Instant now) {
    probe = closedUntil.map(any -> new Probe(address, now.plus(LONGEST_PROBE)));
  }

  /** What had passed was never tried. */
  void returns(String address) {
    if (isProbe(address)) {
      probe = Optional.empty();
    }
  }

  private boolean isProbe(String address) {
    return probe.filter(p -> p.address().equals(address)).isPresent();
  }

  /** The provider takes messages. */
  void succeeds() {
    turnedAway.clear();
    works();
  }

  private void works() {
    failures = 0;
    pauses = 0;
    failed.clear();
    closedUntil = Optional.empty();
    probe = Optional.empty();
  }

  /** It answers, and turns away this address. */
  void turnsAway(String address, Instant now) {
    works();
    turnedAway.add(address);
    if (turnedAway.size() >= MOST_TURNED_AWAY) {
      turnedAway.clear();
      leaveAlone(now);
    }
  }

  /** It takes nothing. What was tried before it was left alone says nothing new. */
  void fails(String address, Instant now) {
    failed.put(address, now);
    failures++;
    if (isProbe(address) || closedUntil.isEmpty() && failures >= MOST_FAILURES) {
      leaveAlone(now);
    }
  }

  private void leaveAlone(Instant now) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(pauses, MOST_DOUBLINGS));
    closedUntil = Optional.of(now.plus(pause));
    probe = Optional.empty();
    pauses++;
  }

  /** Whether the provider is left alone, but for single messages. */
  boolean isOpen() {
    return closedUntil.isPresent();
  }
}
