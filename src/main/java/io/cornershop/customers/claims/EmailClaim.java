package io.cornershop.customers.claims;

import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An address that a customer holds, or is about to.
 *
 * @param key the address as {@link EmailKeys} writes it
 * @param command the command that it was claimed for last
 * @param until from when on it stands only if the customer's events agree, in milliseconds; before,
 *     the command may still be on its way
 */
public record EmailClaim(String key, CustomerId customer, CommandId command, Instant until) {

  /** Cuts the time to the milliseconds that the database keeps. */
  public EmailClaim {
    until = until.truncatedTo(ChronoUnit.MILLIS);
  }

  boolean isOf(CustomerId someone) {
    return customer.equals(someone);
  }
}
