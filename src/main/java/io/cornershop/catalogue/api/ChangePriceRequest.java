package io.cornershop.catalogue.api;

import io.cornershop.kernel.Money;
import jakarta.validation.constraints.NotNull;

/** A new price. */
public record ChangePriceRequest(@NotNull Money price) {}
