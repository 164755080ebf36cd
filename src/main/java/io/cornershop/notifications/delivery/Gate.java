package io.cornershop.notifications.delivery;

import io.cornershop.kernel.Latest;
import io.cornershop.notifications.messages.Outcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/**
 * How much of one channel goes out through this node: so many a second, so many an hour to one
 * address, and nothing to a provider that is down, whatever becomes of the others. Whoever has to
 * wait is given a time of its own, so that not all come back at once. Thread-safe.
 */
final class Gate {

  private static final Logger LOG = System.getLogger(Gate.class.getName());
  private static final int REMEMBERED = 10_000;

  private final Rate ofChannel;
  private final Rate ofAddress;
  private final Latest<String, Provider> providers = new Latest<>(REMEMBERED);
  private final Latest<String, Instant> addresses = new Latest<>(REMEMBERED);
  private final Queue queue = new Queue();
  private Instant gone = Instant.EPOCH;

  /** One that takes messages, and those that wait until it does again. */
  private record Provider(Breaker breaker, Queue queue) {}

  /**
   * When to come again.
   *
   * @param why where it is more than a matter of moments
   */
  record Wait(Instant until, Optional<String> why) {

    private static Wait because(String why, Instant until) {
      return new Wait(until, Optional.of(why));
    }
  }

  Gate(Rate ofChannel, Rate ofAddress) {
    this.ofChannel = ofChannel;
    this.ofAddress = ofAddress;
  }

  /**
   * When to come again; empty when a message to this address may pass now, which is noted.
   *
   * @param provider as {@link io.cornershop.notifications.messages.Transport#provider} names it
   */
  synchronized Optional<Wait> pass(String provider, String address, Instant now) {
    Instant goneThere = addresses.find(address).orElse(Instant.EPOCH);
    Instant free = ofAddress.notBefore(goneThere);
    if (free.isAfter(now)) {
      return Optional.of(Wait.because("the address has got enough for this hour", free));
    }
    Provider taking = known(provider);
    Optional<Instant> up = taking.breaker().notBefore(now);
    if (up.isPresent()) {
      Instant place = taking.queue().placeBehind(up.get(), ofChannel.interval());
      return Optional.of(Wait.because("the provider is left alone, as it takes nothing", place));
    }
    if (ofChannel.notBefore(gone).isAfter(now)) {
      Instant place = queue.placeBehind(now, ofChannel.interval());
      return Optional.of(new Wait(place, Optional.empty()));
    }
    taking.breaker().passes(now);
    gone = ofChannel.after(gone, now);
    addresses.put(address, ofAddress.after(goneThere, now));
    return Optional.empty();
  }

  private Provider known(String provider) {
    Optional<Provider> known = providers.find(provider);
    if (known.isEmpty()) {
      providers.put(provider, new Provider(new Breaker(), new Queue()));
    }
    return known.or(() -> providers.find(provider)).orElseThrow();
  }

  /** Nothing was tried after all. */
  synchronized void unused(String provider) {
    known(provider).breaker().returns();
  }

  /** What became of what had passed. */
  synchronized void note(String provider, Outcome outcome, Instant now) {
    Breaker breaker = known(provider).breaker();
    switch (outcome) {
      case Outcome.Sent o -> succeeds(breaker, provider);
      case Outcome.Refused o -> succeeds(breaker, provider);
      case Outcome.NotNow o -> fails(breaker, provider, now);
      case Outcome.Unknown o -> fails(breaker, provider, now);
    }
  }

  private static void succeeds(Breaker breaker, String provider) {
    if (breaker.succeeds()) {
      LOG.log(Level.INFO, "The provider {0} takes messages again", quoted(provider));
    }
  }

  private static void fails(Breaker breaker, String provider, Instant now) {
    if (breaker.fails(now)) {
      LOG.log(
          Level.WARNING,
          "The provider {0} takes nothing: it is left alone, and tried with single messages",
          quoted(provider));
    }
  }

  /** A channel with one provider does not name it. */
  private static String quoted(String provider) {
    return provider.isEmpty() ? "of the channel" : provider;
  }
}
