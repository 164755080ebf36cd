package io.cornershop.payments.views;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.cornershop.eventing.projections.queries.ViewQueries;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/** Lists payments by id. Thread-safe. */
@ApplicationScoped
public class PaymentList {

  private static final String ID = "_id";
  private static final PaymentDetailsProjection VIEW = new PaymentDetailsProjection();

  private final ViewQueries queries;

  /** For the CDI proxy. */
  protected PaymentList() {
    this(null);
  }

  @Inject
  public PaymentList(ViewQueries queries) {
    this.queries = queries;
  }

  /**
   * Up to {@code max} payments behind {@code after}: those for which all that is given is true.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public List<PaymentDetails> find(
      Optional<CustomerId> customer, Optional<OrderId> order, String after, int max) {
    List<Bson> conditions =
        Stream.of(
                customer.map(id -> Filters.eq("customerId", id.value())),
                order.map(id -> Filters.eq("orderId", id.value())),
                Optional.of(Filters.gt(ID, after)))
            .flatMap(Optional::stream)
            .toList();
    return queries.find(VIEW, Filters.and(conditions), Sorts.ascending(ID), max);
  }
}
