package io.cornershop.customers.domain;

import io.cornershop.customers.CustomerCommand;
import io.cornershop.customers.CustomerCommand.ErasePersonalData;
import io.cornershop.customers.CustomerCommand.LogIn;
import io.cornershop.customers.CustomerCommand.LogOut;
import io.cornershop.customers.CustomerCommand.RegisterCustomer;
import io.cornershop.customers.CustomerCommand.UpdateProfile;
import io.cornershop.customers.CustomerEvent;
import io.cornershop.customers.CustomerEvent.CustomerErased;
import io.cornershop.customers.CustomerEvent.CustomerLogin;
import io.cornershop.customers.CustomerEvent.CustomerLogout;
import io.cornershop.customers.CustomerEvent.CustomerProfileUpdated;
import io.cornershop.customers.CustomerEvent.CustomerRegistered;
import io.cornershop.customers.domain.Customer.Erased;
import io.cornershop.customers.domain.Customer.LoggedIn;
import io.cornershop.customers.domain.Customer.LoggedOut;
import io.cornershop.customers.domain.Customer.None;
import io.cornershop.customers.domain.Customer.Registered;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Decider;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import java.util.List;

/** The rules of a customer's account. */
public final class CustomerDecider implements Decider<CustomerCommand, Customer, CustomerEvent> {

  @Override
  public Customer initial() {
    return new None();
  }

  @Override
  public List<CustomerEvent> decide(CustomerCommand command, Customer state) {
    return switch (command) {
      case RegisterCustomer c -> register(c, state);
      case UpdateProfile c -> updateProfile(c, state);
      case LogIn c -> logIn(c, state);
      case LogOut c -> logOut(c, state);
      case ErasePersonalData c -> erase(c, state);
    };
  }

  @Override
  public Customer evolve(Customer state, CustomerEvent event) {
    return state instanceof Erased ? state : evolveLiving(state, event);
  }

  private static Customer evolveLiving(Customer state, CustomerEvent event) {
    return switch (event) {
      case CustomerRegistered e ->
          new LoggedOut(e.customerId(), new Profile(e.name(), e.email(), e.phone()));
      case CustomerProfileUpdated e ->
          state instanceof Registered r
              ? r.with(new Profile(e.name(), e.email(), e.phone()))
              : state;
      case CustomerLogin e ->
          state instanceof Registered r ? new LoggedIn(r.customerId(), r.profile()) : state;
      case CustomerLogout e ->
          state instanceof Registered r ? new LoggedOut(r.customerId(), r.profile()) : state;
      case CustomerErased e -> new Erased(e.customerId());
    };
  }

  private static List<CustomerEvent> register(RegisterCustomer c, Customer state) {
    Profile profile = new Profile(c.name(), c.email(), c.phone()).required();
    return switch (state) {
      case None n ->
          List.of(new CustomerRegistered(c.customerId(), c.name(), c.email(), c.phone(), c.at()));
      case Registered r -> requireRepeat(profile, r);
      case Erased e -> throw erased(e);
    };
  }

  private static List<CustomerEvent> requireRepeat(Profile again, Registered before) {
    if (!again.equals(before.profile())) {
      throw Rejected.conflict(
          "customer-already-registered",
          "Customer " + before.customerId() + " is registered with another profile");
    }
    return List.of();
  }

  private static List<CustomerEvent> updateProfile(UpdateProfile c, Customer state) {
    Profile profile = new Profile(c.name(), c.email(), c.phone()).required();
    return registered(c.customerId(), state).profile().equals(profile)
        ? List.of()
        : List.of(
            new CustomerProfileUpdated(c.customerId(), c.name(), c.email(), c.phone(), c.at()));
  }

  private static List<CustomerEvent> logIn(LogIn c, Customer state) {
    return List.of(new CustomerLogin(registered(c.customerId(), state).customerId(), c.at()));
  }

  private static List<CustomerEvent> logOut(LogOut c, Customer state) {
    return switch (registered(c.customerId(), state)) {
      case LoggedIn in -> List.of(new CustomerLogout(in.customerId(), c.at()));
      case LoggedOut out -> List.of();
    };
  }

  private static List<CustomerEvent> erase(ErasePersonalData c, Customer state) {
    return state instanceof Erased
        ? List.of()
        : List.of(new CustomerErased(registered(c.customerId(), state).customerId(), c.at()));
  }

  private static Rejected erased(Erased state) {
    return Rejected.conflict(
        "customer-erased", "The personal data of customer " + state.customerId() + " was erased");
  }

  private static Registered registered(CustomerId id, Customer state) {
    return switch (state) {
      case None n -> throw new NotFound("customer", id);
      case Registered r -> r;
      case Erased e -> throw erased(e);
    };
  }
}
