package io.cornershop.eventing.api.deadletters;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a letter is given up. */
public record DiscardRequest(@NotBlank @Size(max = 500) String reason) {}
