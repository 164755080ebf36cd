package io.cornershop.notifications.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait before something is tried again. Thread-safe if its generator is. */
final class Pauses {

  /** How often a provider is asked what became of a message. */
  static final int MOST_ASKS = 5;

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 8;
  private static final Duration FIRST_ASK = Duration.ofMinutes(1);
  private static final int ASK_FACTOR = 3;

  private final RandomGenerator random;

  Pauses(RandomGenerator random) {
    this.random = random;
  }

  /**
   * After an attempt that the provider did not take: twice as long each time up to some twenty
   * minutes, a part of it by chance, and not shorter than the provider asks for.
   *
   * @param attempts at least 1
   */
  Duration afterAttempt(int attempts, Optional<Duration> retryAfter) {
    long most = FIRST.toMillis() << Math.min(attempts - 1, MOST_DOUBLINGS);
    Duration own = Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    return retryAfter.filter(asked -> asked.compareTo(own) > 0).orElse(own);
  }

  /** Before the next question: a minute, three, nine, and so on. */
  static Duration beforeAsk(int asks) {
    return FIRST_ASK.multipliedBy((long) Math.pow(ASK_FACTOR, asks));
  }
}
