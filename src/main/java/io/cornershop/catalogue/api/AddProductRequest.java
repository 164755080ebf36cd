package io.cornershop.catalogue.api;

import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A new product.
 *
 * @param productId chosen by the caller, or given by the shop
 * @param lowStockThreshold when it is not the shop's usual one
 */
public record AddProductRequest(
    Optional<ProductId> productId,
    @NotBlank @Size(max = 200) String name,
    @NotNull Money price,
    @PositiveOrZero OptionalInt lowStockThreshold) {}
