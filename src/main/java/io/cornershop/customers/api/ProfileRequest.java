package io.cornershop.customers.api;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** What a customer tells about themselves, at registration and later. */
public record ProfileRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull @Email @Size(max = 254) String email,
    Optional<@Size(min = 5, max = 40) String> phone) {}
