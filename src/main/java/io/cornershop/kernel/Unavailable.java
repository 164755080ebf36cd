package io.cornershop.kernel;

import java.time.Duration;

/**
 * Something that the request needs does not answer now. Nothing is known to have happened; the same
 * request with the same idempotency key may be repeated after {@link #retryAfter}.
 */
public final class Unavailable extends RuntimeException {

  private final Duration retryAfter;

  public Unavailable(String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  /** How long to wait before a repeat. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
