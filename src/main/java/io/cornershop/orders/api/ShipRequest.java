package io.cornershop.orders.api;

import io.cornershop.kernel.TrackingNumber;
import jakarta.validation.constraints.NotNull;

/** Which parcel an order is in, and who carries it. */
public record ShipRequest(@NotNull TrackingNumber trackingNumber, @NotNull String carrier) {}
