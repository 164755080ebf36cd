package io.cornershop.reporting.stock;

import java.util.List;
import java.util.Optional;

/** Describes a page of the inventory to callers. */
record InventoryPage(List<InventoryLevel> items, Optional<String> next) {}
