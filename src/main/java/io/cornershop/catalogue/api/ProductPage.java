package io.cornershop.catalogue.api;

import io.cornershop.catalogue.views.ProductListing;
import java.util.List;
import java.util.Optional;

/** Describes a page of products to callers. */
record ProductPage(List<ProductListing> items, Optional<String> next) {}
