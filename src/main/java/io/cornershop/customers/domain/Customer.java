package io.cornershop.customers.domain;

import io.cornershop.kernel.CustomerId;

/**
 * A customer registers, and then comes and goes: {@code None → LoggedOut ⇄ LoggedIn → Erased}. The
 * profile may change at any time. An erased customer stays so.
 */
public sealed interface Customer {

  /** Not heard of yet. */
  record None() implements Customer {}

  /** Has an account; the stages of it. */
  sealed interface Registered extends Customer {

    CustomerId customerId();

    Profile profile();

    /** The same stage with another profile. */
    Registered with(Profile newProfile);
  }

  /** Wants to be forgotten; only the id is left, for the orders that there were. */
  record Erased(CustomerId customerId) implements Customer {}

  /** Is not here, as far as the shop knows. */
  record LoggedOut(CustomerId customerId, Profile profile) implements Registered {

    @Override
    public Registered with(Profile newProfile) {
      return new LoggedOut(customerId, newProfile);
    }
  }

  /** Came and did not say good-bye. */
  record LoggedIn(CustomerId customerId, Profile profile) implements Registered {

    @Override
    public Registered with(Profile newProfile) {
      return new LoggedIn(customerId, newProfile);
    }
  }
}
