package io.cornershop.carts.api;

import io.cornershop.kernel.ProductId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How much of what; its price is the catalogue's. */
public record AddItemRequest(
    @NotNull ProductId productId, @NotNull @Min(1) @Max(999) Integer quantity) {}
