package io.cornershop.carts;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a cart lives without a change.
 *
 * @param idle positive
 */
public record CartLifetime(Duration idle) {

  /** Half an hour. */
  public static final CartLifetime USUAL = new CartLifetime(Duration.ofMinutes(30));

  public CartLifetime {
    if (!idle.isPositive()) {
      throw new IllegalArgumentException("A cart lives longer than " + idle);
    }
  }

  /** When a cart is over that was last changed at {@code time}. */
  public Instant endAfter(Instant time) {
    return time.plus(idle);
  }
}
