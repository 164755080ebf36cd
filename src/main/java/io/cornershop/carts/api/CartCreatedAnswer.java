package io.cornershop.carts.api;

import io.cornershop.kernel.CartId;

/** The id of the new cart. */
public record CartCreatedAnswer(CartId cartId) {}
