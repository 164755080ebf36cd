package io.cornershop.notifications.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a message is sent again. */
public record ResendRequest(@NotBlank @Size(max = 500) String reason) {}
