package io.cornershop.eventing.api.sagas;

import jakarta.validation.constraints.NotNull;

/** Why a saga is given up. */
public record CompensateRequest(@NotNull String reason) {}
