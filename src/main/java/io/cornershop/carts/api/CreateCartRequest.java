package io.cornershop.carts.api;

import io.cornershop.kernel.CustomerId;
import jakarta.validation.constraints.NotNull;

/** Whose cart it is. */
public record CreateCartRequest(@NotNull CustomerId customerId) {}
