package io.cornershop.eventing.api.deadletters;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;

/**
 * Which sequences are tried again.
 *
 * @param key only of this key; otherwise of every key
 * @param limit of at most so many sequences; 50 when it is left out
 */
public record RetryManyRequest(
    @NotBlank String consumer,
    Optional<String> key,
    Optional<@Min(1) @Max(MAX_LIMIT) Integer> limit) {

  private static final int MAX_LIMIT = 500;
  private static final int DEFAULT_LIMIT = 50;

  int atMost() {
    return limit.orElse(DEFAULT_LIMIT);
  }
}
