package io.cornershop.inventory.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Goods that came or went.
 *
 * @param change pieces; negative when they went
 */
public record AdjustStockRequest(
    @NotNull Integer change, @NotBlank @Size(max = 200) String reason) {}
