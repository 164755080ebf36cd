package io.cornershop.customers.api;

import io.cornershop.customers.views.CustomerProfile;
import java.time.Instant;
import java.util.Optional;

/** A customer. */
public record CustomerAnswer(
    String customerId,
    String name,
    String email,
    Optional<String> phone,
    Instant registeredAt,
    Optional<Instant> lastLoginAt,
    Optional<Instant> erasedAt,
    long sequence) {

  static CustomerAnswer of(CustomerProfile row) {
    return new CustomerAnswer(
        row.customerId(),
        row.name(),
        row.email(),
        row.phone(),
        row.registeredAt(),
        row.lastLoginAt(),
        row.erasedAt(),
        row.sequence());
  }
}
