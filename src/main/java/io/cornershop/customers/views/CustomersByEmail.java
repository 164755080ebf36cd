package io.cornershop.customers.views;

import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.kernel.CustomerId;
import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Who seems to have an address, as the view of customers says, which may be a moment behind. */
@ApplicationScoped
public class CustomersByEmail {

  /** More than share an address by mistake. */
  private static final Limit SOME = Limit.of(10);

  private final CustomerProfileStore store;
  private final ViewReads reads;

  /** For the CDI proxy. */
  protected CustomersByEmail() {
    this(null, null);
  }

  @Inject
  public CustomersByEmail(CustomerProfileStore store, ViewReads reads) {
    this.store = store;
    this.reads = reads;
  }

  /**
   * Up to ten customers, by id.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public List<CustomerId> find(String email) {
    String key = CustomerProfile.keyOf(email);
    return reads
        .ask(() -> store.findByEmailKeyAndCustomerIdGreaterThanOrderByCustomerIdAsc(key, "", SOME))
        .stream()
        .map(row -> new CustomerId(row.customerId()))
        .toList();
  }
}
