package io.cornershop.orders.views;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.cornershop.eventing.projections.queries.ViewQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds {@link OrderPayment} rows. Thread-safe. */
@ApplicationScoped
public class OrderPayments {

  private static final String ORDER = "_id";
  private static final OrderPaymentProjection VIEW = new OrderPaymentProjection();

  private final ViewQueries queries;

  /** For the CDI proxy. */
  protected OrderPayments() {
    this(null);
  }

  @Inject
  public OrderPayments(ViewQueries queries) {
    this.queries = queries;
  }

  /**
   * The payments of those of these orders that have one, by order.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public Map<String, OrderPayment> of(Collection<String> orderIds) {
    return orderIds.isEmpty()
        ? Map.of()
        : queries
            .find(VIEW, Filters.in(ORDER, orderIds), Sorts.ascending(ORDER), orderIds.size())
            .stream()
            .collect(Collectors.toMap(OrderPayment::orderId, Function.identity()));
  }
}
