package io.cornershop.carts.api;

import io.cornershop.kernel.OrderId;

/** The id of the order that will come of the cart. */
public record CheckedOutAnswer(OrderId orderId) {}
