package io.cornershop.customers.claims;

import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives their claims to customers from before there were claims, page by page in the order in which
 * they registered; of two with one address the first gets it. The way is kept, so a restart goes on
 * where it was, and a later start looks at what has come since. With another secret the addresses
 * have other keys, and all of it begins anew. Any number of nodes may do it at once. Thread-safe.
 */
public final class ClaimBackfill {

  private static final String NAME = "backfill";
  private static final CommandId COMMAND = CommandId.of("claims", NAME);

  /** Who has registered, in that order. */
  @FunctionalInterface
  public interface Registrations {

    /** The next ones behind a place, few enough to be in memory; also some who did not register. */
    Page behind(long place);
  }

  /**
   * Some registrations.
   *
   * @param through the place up to which they are all there are
   * @param isLast whether there was nothing behind it
   */
  public record Page(List<CustomerId> customers, long through, boolean isLast) {

    public Page {
      customers = List.copyOf(customers);
    }
  }

  private final EmailClaims claims;
  private final EmailKeys keys;
  private final Function<CustomerId, Optional<String>> present;
  private final Registrations registrations;
  private final Clock clock;
  private volatile boolean complete;

  /**
   * @param present the address that a customer has, by the events of this moment
   */
  public ClaimBackfill(
      EmailClaims claims,
      EmailKeys keys,
      Function<CustomerId, Optional<String>> present,
      Registrations registrations,
      Clock clock) {
    this.claims = claims;
    this.keys = keys;
    this.present = present;
    this.registrations = registrations;
    this.clock = clock;
  }

  /**
   * Whether every address has its claim, so that nobody has to look for who has one without. Once
   * true it stays so, and asks nobody.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public boolean isComplete() {
    if (!complete) {
      complete = pass().complete();
    }
    return complete;
  }

  private ClaimPass pass() {
    return claims.pass(passName()).orElse(ClaimPass.NONE);
  }

  /** No address has this key: one has an at sign. */
  private String passName() {
    return keys.of(NAME);
  }

  /**
   * Looks at the next page.
   *
   * @return whether there may be another one
   * @throws io.cornershop.kernel.Unavailable when the database does not answer; then the page comes
   *     again
   */
  public boolean goOn() {
    ClaimPass before = pass();
    Page page = registrations.behind(before.through());
    page.customers().forEach(this::claim);
    claims.note(passName(), new ClaimPass(page.through(), before.complete() || page.isLast()));
    return !page.isLast();
  }

  /** What the customer gives up meanwhile, others take over as any claim that is left. */
  private void claim(CustomerId customer) {
    present
        .apply(customer)
        .map(keys::of)
        .filter(key -> claims.find(key).isEmpty())
        .map(key -> new EmailClaim(key, customer, COMMAND, clock.instant()))
        .ifPresent(claims::claim);
  }
}
