package io.cornershop.orders.views;

import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.Repository;

/** Finds one {@link OrderDetails} row. */
@Repository
public interface OrderDetailsStore extends BasicRepository<OrderDetails, String> {}
