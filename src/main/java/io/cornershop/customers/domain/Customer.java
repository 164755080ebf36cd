package io.cornershop.customers.domain;

import io.cornershop.kernel.CustomerId;

/**
 * A customer registers, and then comes and goes: {@code None → LoggedOut ⇄ LoggedIn}. The profile
 * may change at any time.
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
