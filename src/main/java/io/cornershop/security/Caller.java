package io.cornershop.security;

import io.cornershop.kernel.CustomerId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Who sent a request.
 *
 * @param userId the subject of the token
 * @param roles those of {@link Role#ALL} that the token gives
 * @param customerId the customer that the caller is; only with the role customer
 */
public record Caller(String userId, Set<String> roles, Optional<CustomerId> customerId) {

  /** Somebody without a token. */
  public static final Caller ANONYMOUS = new Caller("anonymous", Set.of(), Optional.empty());

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Whether the caller has at least one of these roles. */
  public boolean hasAny(String... wanted) {
    return Arrays.stream(wanted).anyMatch(roles::contains);
  }

  /** Whether the caller is this customer. */
  public boolean isCustomer(CustomerId customer) {
    return customerId.filter(customer::equals).isPresent();
  }

  /**
   * Lets this customer pass, and everyone with one of the roles.
   *
   * @throws Forbidden otherwise
   */
  public void requireSelfOr(CustomerId customer, String... others) {
    if (!isCustomer(customer) && !hasAny(others)) {
      throw Forbidden.notYours();
    }
  }

  /**
   * Whose things a list shows to the caller: with one of the roles those that it asks for, which
   * may be everybody's, else its own.
   *
   * @throws Forbidden when it asks for another's, or has none of its own
   */
  public Optional<CustomerId> seen(Optional<CustomerId> asked, String... others) {
    if (hasAny(others)) {
      return asked;
    }
    CustomerId own = customerId.orElseThrow(Forbidden::notYours);
    requireSelfOr(asked.orElse(own));
    return Optional.of(own);
  }
}
