package io.cornershop.catalogue.api;

import java.util.List;
import java.util.Optional;

/** Describes a page of products to callers. */
record ProductPage(List<ProductAnswer> items, Optional<String> next) {}
