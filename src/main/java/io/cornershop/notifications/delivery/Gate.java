package io.cornershop.notifications.delivery;

import io.cornershop.kernel.Latest;
import io.cornershop.notifications.messages.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How much of one channel goes out through this node: so many a second, so many an hour to one
 * address, and nothing while the provider is down. Whoever has to wait is given a time of its own,
 * so that not all come back at once. Thread-safe.
 */
final class Gate {

  private static final int REMEMBERED = 10_000;

  /** Further than this nobody is put off; then the queue begins anew. */
  private static final Duration LONGEST_QUEUE = Duration.ofHours(1);

  private final Rate ofChannel;
  private final Rate ofAddress;
  private final Breaker breaker = new Breaker();
  private final Latest<String, Instant> addresses = new Latest<>(REMEMBERED);
  private Instant gone = Instant.EPOCH;
  private Instant queue = Instant.EPOCH;

  Gate(Rate ofChannel, Rate ofAddress) {
    this.ofChannel = ofChannel;
    this.ofAddress = ofAddress;
  }

  /** When to come again; empty when a message to this address may pass now, which is noted. */
  synchronized Optional<Instant> pass(String address, Instant now) {
    Instant goneThere = addresses.find(address).orElse(Instant.EPOCH);
    Instant free = ofAddress.notBefore(goneThere);
    if (free.isAfter(now)) {
      return Optional.of(free);
    }
    Optional<Instant> up = breaker.notBefore(now);
    if (up.isPresent() || ofChannel.notBefore(gone).isAfter(now)) {
      return Optional.of(placeBehind(up.orElse(now)));
    }
    breaker.passes(now);
    gone = ofChannel.after(gone, now);
    addresses.put(address, ofAddress.after(goneThere, now));
    return Optional.empty();
  }

  private Instant placeBehind(Instant earliest) {
    boolean anew = queue.isBefore(earliest) || queue.isAfter(earliest.plus(LONGEST_QUEUE));
    queue = (anew ? earliest : queue).plus(ofChannel.interval());
    return queue;
  }

  /** Nothing was tried after all. */
  synchronized void unused() {
    breaker.returns();
  }

  /** What became of what had passed. */
  synchronized void note(Outcome outcome, Instant now) {
    switch (outcome) {
      case Outcome.Sent o -> breaker.succeeds();
      case Outcome.Refused o -> breaker.succeeds();
      case Outcome.NotNow o -> breaker.fails(now);
      case Outcome.Unknown o -> breaker.fails(now);
    }
  }
}
