package io.cornershop.carts.views;

import io.cornershop.customers.CustomerEvent.CustomerErased;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who can have a cart, as of this moment. */
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

  /**
   * Lets a registered customer pass. Looks at the last event alone: a customer who was erased can
   * do nothing any more, so nothing comes behind that, and the logins before it are not read.
   *
   * @throws Rejected for anybody else, also for who was erased
   */
  public void require(CustomerId customer) {
    DomainEvent latest =
        live.latest(new StreamId("Customer", customer.value()))
            .orElseThrow(() -> unknown(customer));
    if (latest instanceof CustomerErased) {
      throw Rejected.conflict(
          "customer-erased", "The personal data of customer " + customer + " was erased");
    }
  }

  private static Rejected unknown(CustomerId customer) {
    return Rejected.rule("unknown-customer", "Customer " + customer + " is not registered");
  }
}
