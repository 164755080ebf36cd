package io.cornershop.outbound;

import java.net.URI;
import java.util.Optional;

/**
 * A request to another system, as far as anybody may know of it: no id, no query, no body.
 *
 * @param target empty for a stranger, whom a customer has chosen: of such a one nothing is noted,
 *     and it is told nothing
 * @param resends how often the same was sent before
 */
public record HttpCall(String method, Optional<Target> target, int resends) {

  /**
   * Somebody whom the shop has chosen to ask, and what it is asked for.
   *
   * @param path below the base, with names instead of ids: {@code /payment_intents/{intent}}
   */
  public record Target(URI base, String path) {}

  /** To somebody whom the shop has not chosen. */
  public static HttpCall toStranger(String method) {
    return new HttpCall(method, Optional.empty(), 0);
  }
}
