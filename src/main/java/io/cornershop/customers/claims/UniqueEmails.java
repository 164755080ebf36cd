package io.cornershop.customers.claims;

import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.StaleVersion;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs commands that give a customer an e-mail address, with the address claimed before: it has one
 * holder at most. A claim whose command never came to an end blocks nobody for long: when its time
 * is over, the events of its customer say whether it counts. Thread-safe.
 *
 * <p>Time decides only how long others wait, never who holds an address. A process that sleeps
 * between claim and command for longer than {@link #ON_ITS_WAY} may find its address taken; its
 * customer then has an address that another one holds.
 */
public final class UniqueEmails {

  /** How long a command may be on its way; far longer than any request may take. */
  static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

  /**
   * What somebody wants an address for.
   *
   * @param insists whether the command must not run when another customer holds the address
   */
  public record Wish(CustomerId customer, String email, CommandId command, boolean insists) {}

  private final EmailClaims claims;
  private final EmailKeys keys;
  private final Function<CustomerId, Optional<String>> present;
  private final Function<String, List<CustomerId>> listed;
  private final Clock clock;

  /**
   * @param present the address that a customer has, by the events of this moment
   * @param listed some of the customers who seem to have an address, which may be out of date
   */
  public UniqueEmails(
      EmailClaims claims,
      EmailKeys keys,
      Function<CustomerId, Optional<String>> present,
      Function<String, List<CustomerId>> listed,
      Clock clock) {
    this.claims = claims;
    this.keys = keys;
    this.present = present;
    this.listed = listed;
    this.clock = clock;
  }

  /**
   * Runs {@code command} with the address claimed, and frees the one that the customer had before.
   *
   * @throws Rejected with {@code email-taken} when another customer holds the address, if the
   *     caller insists; whatever {@code command} throws
   * @throws io.cornershop.kernel.Unavailable when the database does not answer; the claim may stand
   */
  public <T> T claimed(Wish wish, Supplier<T> command) {
    Optional<String> before = present.apply(wish.customer()).map(keys::of);
    EmailClaim wanted = claimOf(wish);
    if (before.filter(wanted.key()::equals).isEmpty()) {
      claimForWhoHasIt(wanted, wish.email());
    }
    boolean isHeld = isTaken(wanted);
    if (!isHeld && wish.insists()) {
      throw Rejected.conflict(
          "email-taken", "Another customer has this e-mail address, or is just getting it");
    }
    T result = run(command, wanted, before);
    if (claims.find(wanted.key()).isEmpty()) { // somebody freed it while the command ran
      claims.claim(wanted);
    }
    before
        .filter(old -> !old.equals(wanted.key()))
        .ifPresent(old -> claims.release(old, wish.customer()));
    return result;
  }

  /** Frees all that a customer holds. */
  public void release(CustomerId customer) {
    claims.releaseAll(customer);
  }

  private EmailClaim claimOf(Wish wish) {
    return new EmailClaim(
        keys.of(wish.email()), wish.customer(), wish.command(), clock.instant().plus(ON_ITS_WAY));
  }

  /** Who has an address and holds no claim, because there were none yet, gets it before others. */
  private void claimForWhoHasIt(EmailClaim wanted, String email) {
    if (claims.find(wanted.key()).isPresent()) {
      return;
    }
    listed.apply(email).stream()
        .filter(customer -> !wanted.isOf(customer) && has(customer, wanted.key()))
        .findFirst()
        .map(c -> new EmailClaim(wanted.key(), c, wanted.command(), clock.instant()))
        .ifPresent(claims::claim);
  }

  private boolean has(CustomerId customer, String key) {
    return present.apply(customer).map(keys::of).filter(key::equals).isPresent();
  }

  private boolean isTaken(EmailClaim wanted) {
    EmailClaim standing = claims.claim(wanted);
    return standing.isOf(wanted.customer())
        || isLeft(standing) && claims.takeOver(standing, wanted);
  }

  private boolean isLeft(EmailClaim claim) {
    return !claim.until().isAfter(clock.instant()) && !has(claim.customer(), claim.key());
  }

  private <T> T run(Supplier<T> command, EmailClaim wanted, Optional<String> before) {
    try {
      return command.get();
    } catch (Rejected | NotFound | StaleVersion e) { // it certainly has no effect
      if (before.filter(wanted.key()::equals).isEmpty()) {
        claims.release(wanted.key(), wanted.customer());
      }
      throw e;
    }
  }
}
