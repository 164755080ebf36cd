package io.cornershop.orders.views;

import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.kernel.CustomerId;
import io.cornershop.orders.OrderEvent.Status;
import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Lists orders, the newest first. */
@ApplicationScoped
public class OrderList {

  /** Greater than every list key. */
  private static final String BEGINNING = "~";

  /**
   * Which orders are wanted.
   *
   * @param behind the list key of the last order that was seen
   */
  public record Wanted(
      Optional<CustomerId> customer, Optional<Status> status, Optional<String> behind) {}

  private final OrderDetailsStore store;
  private final ViewReads reads;

  /** For the CDI proxy. */
  protected OrderList() {
    this(null, null);
  }

  @Inject
  public OrderList(OrderDetailsStore store, ViewReads reads) {
    this.store = store;
    this.reads = reads;
  }

  /**
   * Up to {@code max} orders.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public List<OrderDetails> find(Wanted wanted, int max) {
    return reads.ask(() -> query(wanted, max));
  }

  private List<OrderDetails> query(Wanted wanted, int max) {
    String before = wanted.behind().orElse(BEGINNING);
    return wanted
        .customer()
        .map(customer -> ofCustomer(customer.value(), wanted.status(), before, Limit.of(max)))
        .orElseGet(() -> ofAll(wanted.status(), before, Limit.of(max)));
  }

  private List<OrderDetails> ofCustomer(
      String customer, Optional<Status> status, String before, Limit max) {
    return status
        .map(
            wanted ->
                store.findByCustomerIdAndStatusAndListKeyLessThanOrderByListKeyDesc(
                    customer, wanted.toString(), before, max))
        .orElseGet(
            () ->
                store.findByCustomerIdAndListKeyLessThanOrderByListKeyDesc(customer, before, max));
  }

  private List<OrderDetails> ofAll(Optional<Status> status, String before, Limit max) {
    return status
        .map(
            wanted ->
                store.findByStatusAndListKeyLessThanOrderByListKeyDesc(
                    wanted.toString(), before, max))
        .orElseGet(() -> store.findByListKeyLessThanOrderByListKeyDesc(before, max));
  }
}
