package io.cornershop.orders.api;

import jakarta.validation.constraints.NotNull;

/** Why an order is given up. */
public record CancelRequest(@NotNull String reason) {}
