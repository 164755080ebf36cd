package io.cornershop.customers;

import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.DataSubject;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.PersonalData;
import io.cornershop.kernel.WireName;
import java.time.Instant;
import java.util.Optional;

/** What can happen to a customer's account. */
public sealed interface CustomerEvent extends DomainEvent {

  CustomerId customerId();

  /** The customer can buy. */
  @WireName("CustomerRegistered")
  record CustomerRegistered(
      @DataSubject CustomerId customerId,
      @PersonalData String name,
      @PersonalData String email,
      @PersonalData Optional<String> phone,
      Instant registeredAt)
      implements CustomerEvent {}

  /** The whole profile as it is now. */
  @WireName("CustomerProfileUpdated")
  record CustomerProfileUpdated(
      @DataSubject CustomerId customerId,
      @PersonalData String name,
      @PersonalData String email,
      @PersonalData Optional<String> phone,
      Instant updatedAt)
      implements CustomerEvent {}

  /** The customer came. */
  @WireName("CustomerLogin")
  record CustomerLogin(CustomerId customerId, Instant loggedInAt) implements CustomerEvent {}

  /** The customer left. */
  @WireName("CustomerLogout")
  record CustomerLogout(CustomerId customerId, Instant loggedOutAt) implements CustomerEvent {}

  /** The shop shall know nothing of this person any more. The last event of a customer. */
  @WireName("CustomerErased")
  record CustomerErased(CustomerId customerId, Instant erasedAt) implements CustomerEvent {}
}
