package io.cornershop.catalogue.views;

import jakarta.data.Limit;
import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.Repository;
import java.util.List;

/** Finds {@link ProductListing} rows. */
@Repository
public interface ProductListingStore extends BasicRepository<ProductListing, String> {

  /** The products of a status behind {@code after}, by id. */
  List<ProductListing> findByStatusAndProductIdGreaterThanOrderByProductIdAsc(
      String status, String after, Limit limit);
}
