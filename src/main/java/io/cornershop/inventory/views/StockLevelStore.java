package io.cornershop.inventory.views;

import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.Repository;

/** Finds {@link StockLevel} rows. */
@Repository
public interface StockLevelStore extends BasicRepository<StockLevel, String> {}
