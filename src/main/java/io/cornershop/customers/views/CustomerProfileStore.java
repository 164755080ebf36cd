package io.cornershop.customers.views;

import jakarta.data.Limit;
import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.Repository;
import java.util.List;

/** Finds {@link CustomerProfile} rows. */
@Repository
public interface CustomerProfileStore extends BasicRepository<CustomerProfile, String> {

  /** The customers with an address, by id; several people may share one. */
  List<CustomerProfile> findByEmailKeyAndCustomerIdGreaterThanOrderByCustomerIdAsc(
      String emailKey, String after, Limit limit);
}
