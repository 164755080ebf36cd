package io.cornershop.orders.views;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.cornershop.eventing.projections.TimeKey;
import io.cornershop.eventing.projections.queries.ViewQueries;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.ProductId;
import io.cornershop.orders.OrderEvent.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * Lists orders. A list goes on behind a place, not behind a number of orders, so what comes or
 * changes meanwhile shifts nothing: an order that keeps its place is listed once. Only a change
 * moves an order, and only in lists by change.
 */
@ApplicationScoped
public class OrderList {

  /**
   * Which orders are wanted: those for which all that is given is true.
   *
   * @param product that the order has a line of
   */
  public record Wanted(
      Optional<CustomerId> customer,
      Optional<Status> status,
      Optional<ProductId> product,
      Created created) {}

  /** When wanted orders were created. */
  public record Created(Optional<Instant> from, Optional<Instant> before) {}

  private static final long NANOS_OF_MILLI = 1_000_000;
  private static final OrderDetailsProjection VIEW = new OrderDetailsProjection();

  private final ViewQueries queries;

  /** For the CDI proxy. */
  protected OrderList() {
    this(null);
  }

  @Inject
  public OrderList(ViewQueries queries) {
    this.queries = queries;
  }

  /**
   * Up to {@code max} orders.
   *
   * @param behind the place of the last order that was seen
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public List<OrderDetails> find(Wanted wanted, OrderSort sort, Optional<String> behind, int max) {
    Bson order =
        sort.isDescending() ? Sorts.descending(sort.column()) : Sorts.ascending(sort.column());
    List<Bson> conditions = conditions(wanted, sort, behind);
    Bson all = conditions.isEmpty() ? Filters.empty() : Filters.and(conditions);
    return queries.find(VIEW, all, order, max);
  }

  private static List<Bson> conditions(Wanted wanted, OrderSort sort, Optional<String> behind) {
    return Stream.of(
            wanted.customer().map(customer -> Filters.eq("customerId", customer.value())),
            wanted.status().map(status -> Filters.eq("status", status.toString())),
            wanted.product().map(product -> Filters.eq("items.productId", product.value())),
            wanted.created().from().map(from -> Filters.gte("listKey", key(from))),
            wanted.created().before().map(end -> Filters.lt("listKey", key(end))),
            behind.map(place -> behind(sort, place)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Orders have their times in milliseconds: the first of them that is not before a bound. */
  private static String key(Instant bound) {
    return TimeKey.of(bound.plusNanos(NANOS_OF_MILLI - 1));
  }

  private static Bson behind(OrderSort sort, String place) {
    return sort.isDescending()
        ? Filters.lt(sort.column(), place)
        : Filters.gt(sort.column(), place);
  }
}
