package io.cornershop.carts.views;

import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.Repository;

/** Finds {@link CartView} rows. */
@Repository
public interface CartViewStore extends BasicRepository<CartView, String> {}
