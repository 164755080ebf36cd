package io.cornershop.carts.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How many there shall be. */
public record ChangeQuantityRequest(@NotNull @Min(1) @Max(999) Integer quantity) {}
