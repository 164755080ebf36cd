package io.cornershop.customers;

import io.cornershop.kernel.Command;
import io.cornershop.kernel.CustomerId;
import java.time.Instant;
import java.util.Optional;

/** What can be asked of a customer's account. */
public sealed interface CustomerCommand extends Command {

  CustomerId customerId();

  @Override
  default CustomerId target() {
    return customerId();
  }

  /** Somebody wants to buy here. */
  record RegisterCustomer(
      CustomerId customerId, String name, String email, Optional<String> phone, Instant at)
      implements CustomerCommand {}

  /** Name, e-mail address and phone number are these now. */
  record UpdateProfile(
      CustomerId customerId, String name, String email, Optional<String> phone, Instant at)
      implements CustomerCommand {}

  /** The customer came. */
  record LogIn(CustomerId customerId, Instant at) implements CustomerCommand {}

  /** The customer left. */
  record LogOut(CustomerId customerId, Instant at) implements CustomerCommand {}

  /** Forget who this is. */
  record ErasePersonalData(CustomerId customerId, Instant at) implements CustomerCommand {}
}
