package io.cornershop.catalogue.api;

import io.cornershop.kernel.ProductId;

/** The id of the new product. */
public record ProductAddedAnswer(ProductId productId) {}
