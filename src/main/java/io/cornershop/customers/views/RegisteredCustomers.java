package io.cornershop.customers.views;

import io.cornershop.customers.CustomerEvent;
import io.cornershop.customers.CustomerEvent.CustomerErased;
import io.cornershop.customers.CustomerEvent.CustomerLogin;
import io.cornershop.customers.CustomerEvent.CustomerLogout;
import io.cornershop.customers.CustomerEvent.CustomerProfileUpdated;
import io.cornershop.customers.CustomerEvent.CustomerRegistered;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/** Who is registered, as of this moment. */
@ApplicationScoped
public class RegisteredCustomers {

  private final LiveStreams live;

  /** For the CDI proxy. */
  protected RegisteredCustomers() {
    this(null);
  }

  @Inject
  public RegisteredCustomers(LiveStreams live) {
    this.live = live;
  }

  /** Where the events of a customer are. */
  public static StreamId streamOf(CustomerId customer) {
    return new StreamId("Customer", customer.value());
  }

  /** The e-mail address that a customer has; none for who is not registered, or erased. */
  public Optional<String> emailOf(CustomerId customer) {
    return live.<Optional<String>>fold(
            streamOf(customer), (email, event) -> after(email, (CustomerEvent) event))
        .flatMap(Function.identity());
  }

  private static Optional<String> after(Optional<Optional<String>> before, CustomerEvent event) {
    return switch (event) {
      case CustomerRegistered e -> Optional.of(e.email());
      case CustomerProfileUpdated e -> Optional.of(e.email());
      case CustomerLogin e -> before.flatMap(Function.identity());
      case CustomerLogout e -> before.flatMap(Function.identity());
      case CustomerErased e -> Optional.empty();
    };
  }

  /**
   * Lets a registered customer pass.
   *
   * @throws NotFound for anybody else
   */
  public void require(CustomerId customer) {
    if (!live.exists(streamOf(customer))) {
      throw new NotFound("customer", customer);
    }
  }
}
