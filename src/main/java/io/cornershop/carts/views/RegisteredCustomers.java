package io.cornershop.carts.views;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.kernel.CustomerId;
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
   * Lets a registered customer pass.
   *
   * @throws Rejected for anybody else
   */
  public void require(CustomerId customer) {
    if (!live.exists(new StreamId("Customer", customer.value()))) {
      throw Rejected.rule("unknown-customer", "Customer " + customer + " is not registered");
    }
  }
}
