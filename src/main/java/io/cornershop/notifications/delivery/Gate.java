package io.cornershop.notifications.delivery;

import io.cornershop.kernel.Latest;
import io.cornershop.notifications.messages.Outcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
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
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration LONGEST_FOR_ADDRESS = Duration.ofHours(6);

  private final Rate ofChannel;
  private final Rate ofAddress;
  private final Latest<String, Provider> providers = new Latest<>(REMEMBERED);
  private final Latest<String, Address> addresses = new Latest<>(REMEMBERED);
  private final Queue queue = new Queue(LONGEST);
  private Instant gone = Instant.EPOCH;

  /** One that takes messages, and those that wait until it does again. */
  private record Provider(Breaker breaker, Queue queue) {}

  /** What has gone to one, and those that wait until more may go there. */
  private record Address(Instant gone, Queue queue) {}

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
   * When to come again; empty when a message to this address may pass now, which is noted. Then its
   * end has to be told: by {@link #note}, {@link #unused} or {@link #busy}.
   *
   * @param provider as {@link io.cornershop.notifications.messages.Transport#provider} names it
   */
  synchronized Optional<Wait> pass(String provider, String address, Instant now) {
    Address there = addressOf(address);
    Optional<Wait> wait =
        ofAddress(there, now)
            .or(() -> ofProvider(known(provider), address, now))
            .or(() -> ofChannel(now));
    if (wait.isEmpty()) {
      known(provider).breaker().passes(address, now);
      gone = ofChannel.after(gone, now);
      addresses.put(address, new Address(ofAddress.after(there.gone(), now), there.queue()));
    }
    return wait;
  }

  private Address addressOf(String address) {
    return addresses
        .find(address)
        .orElseGet(() -> new Address(Instant.EPOCH, new Queue(LONGEST_FOR_ADDRESS)));
  }

  private Optional<Wait> ofAddress(Address there, Instant now) {
    Instant free = ofAddress.notBefore(there.gone());
    if (!free.isAfter(now)) {
      return Optional.empty();
    }
    Duration interval = ofAddress.interval();
    // the first at the time at which one may go
    Instant place = there.queue().placeBehind(free.minus(interval), interval);
    return Optional.of(Wait.because("the address has got enough for this hour", place));
  }

  private Optional<Wait> ofProvider(Provider taking, String address, Instant now) {
    Optional<Instant> up = taking.breaker().notBefore(now);
    if (up.isPresent()) {
      Instant place = taking.queue().placeBehind(up.get(), ofChannel.interval());
      return Optional.of(Wait.because("the provider is left alone, as it takes nothing", place));
    }
    return taking.breaker().hasOthersFirst(address, now)
        ? Optional.of(new Wait(now.plus(MOMENT), Optional.empty()))
        : Optional.empty();
  }

  private Optional<Wait> ofChannel(Instant now) {
    return ofChannel.notBefore(gone).isAfter(now) ? Optional.of(inTurn(now)) : Optional.empty();
  }

  private Wait inTurn(Instant earliest) {
    return new Wait(queue.placeBehind(earliest, ofChannel.interval()), Optional.empty());
  }

  private Provider known(String provider) {
    Optional<Provider> known = providers.find(provider);
    if (known.isEmpty()) {
      providers.put(provider, new Provider(new Breaker(), new Queue(LONGEST)));
    }
    return known.or(() -> providers.find(provider)).orElseThrow();
  }

  /** Whether what has passed may still be tried, after it had to wait. */
  synchronized boolean isStillOpen(String provider, String address) {
    return known(provider).breaker().stillLets(address);
  }

  /** What had passed was not tried after all. */
  synchronized void unused(String provider, String address) {
    known(provider).breaker().returns(address);
    Address there = addressOf(address);
    addresses.put(address, new Address(ofAddress.without(there.gone()), there.queue()));
    gone = ofChannel.without(gone);
  }

  /** The same, as there was no room for it: when to come again. */
  synchronized Wait busy(String provider, String address, Instant now) {
    unused(provider, address);
    return inTurn(now.plus(MOMENT));
  }

  /** What became of what had passed. */
  synchronized void note(String provider, String address, Outcome outcome, Instant now) {
    Provider tried = known(provider);
    Breaker breaker = tried.breaker();
    boolean before = breaker.isOpen();
    switch (outcome) {
      case Outcome.Sent o -> breaker.succeeds();
      case Outcome.Refused o -> breaker.succeeds();
      case Outcome.NotNow o -> {
        if (o.whom() == Outcome.Whom.ONE) {
          breaker.turnsAway(address, now);
        } else {
          breaker.fails(address, now);
        }
      }
      case Outcome.Unknown o -> breaker.fails(address, now);
    }
    if (before != breaker.isOpen()) {
      tried.queue().clear();
      tell(provider, breaker.isOpen());
    }
  }

  private static void tell(String provider, boolean leftAlone) {
    // a channel with one provider does not name it
    String name = provider.isEmpty() ? "of the channel" : provider;
    if (leftAlone) {
      LOG.log(
          Level.WARNING,
          "The provider {0} takes nothing: it is left alone, and tried with single messages",
          name);
    } else {
      LOG.log(Level.INFO, "The provider {0} takes messages again", name);
    }
  }
}
