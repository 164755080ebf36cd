package io.cornershop.customers.claims;

import io.cornershop.kernel.CustomerId;
import java.util.Optional;

/**
 * The claims, at most one for each address. Each method is one atomic step. Implementations are
 * thread-safe; they throw {@link io.cornershop.kernel.Unavailable} when the database does not
 * answer.
 */
public interface EmailClaims {

  /**
   * Claims an address that nobody holds, or claims it anew for the customer that holds it.
   *
   * @return the claim that stands now: the wanted one, or that of another customer
   */
  EmailClaim claim(EmailClaim wanted);

  /**
   * Puts a claim of one customer in the place of another's.
   *
   * @param seen the other's claim, as it was answered
   * @return false when that claim does not stand any more; nothing has changed then
   */
  boolean takeOver(EmailClaim seen, EmailClaim wanted);

  /** The claim on an address. */
  Optional<EmailClaim> find(String key);

  /** Frees an address, if this customer holds it. */
  void release(String key, CustomerId customer);

  /** Frees all that this customer holds. */
  void releaseAll(CustomerId customer);

  /** How far a pass over all customers has come; nothing when it has not begun. */
  Optional<ClaimPass> pass(String name);

  /**
   * Notes how far a pass has come. It never goes back, whoever notes last: the further place stays,
   * and what was complete is complete.
   *
   * @param name which no address has for a key
   */
  void note(String name, ClaimPass pass);
}
