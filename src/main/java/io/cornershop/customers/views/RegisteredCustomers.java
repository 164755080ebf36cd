package io.cornershop.customers.views;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

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
