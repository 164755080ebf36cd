package io.cornershop.orders.views;

import jakarta.data.Limit;
import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.Repository;
import java.util.List;

/** Finds {@link OrderDetails} rows; lists begin with the newest order. */
@Repository
public interface OrderDetailsStore extends BasicRepository<OrderDetails, String> {

  List<OrderDetails> findByListKeyLessThanOrderByListKeyDesc(String before, Limit limit);

  List<OrderDetails> findByStatusAndListKeyLessThanOrderByListKeyDesc(
      String status, String before, Limit limit);

  List<OrderDetails> findByCustomerIdAndListKeyLessThanOrderByListKeyDesc(
      String customerId, String before, Limit limit);

  List<OrderDetails> findByCustomerIdAndStatusAndListKeyLessThanOrderByListKeyDesc(
      String customerId, String status, String before, Limit limit);
}
