package io.cornershop.rest.problems;

import io.cornershop.kernel.InvalidValue;
import io.cornershop.kernel.TooLarge;
import io.cornershop.kernel.Unavailable;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What callers are told when the JAX-RS runtime refuses. Its own messages name classes, so only the
 * status and the allowed methods are taken from it. Pure.
 */
final class HttpRefusals {

  private static final Map<Integer, Refusal> KNOWN =
      Map.of(
          400, Refusal.of(400, "malformed", "The request is malformed"),
          401, Refusal.unauthenticated(),
          403, Refusal.of(403, "forbidden", "Your roles do not allow this operation"),
          404, Refusal.of(404, "not-found", "There is nothing at this path"),
          405, Refusal.of(405, "method-not-allowed", "This path does not know the method"),
          406, Refusal.of(406, "not-acceptable", "Answers are application/json"),
          413, Refusal.of(413, "too-large", "The request is too large"),
          415, Refusal.of(415, "unsupported-media-type", "Bodies are application/json"));

  private HttpRefusals() {}

  /** What the container could not handle: in it may be an exception of ours. */
  static Refusal of(Throwable unhandled, int status) {
    return ours(unhandled).orElseGet(() -> of(status));
  }

  static Refusal of(WebApplicationException e) {
    return ours(e).orElseGet(() -> of(e.getResponse()));
  }

  /** What a reader or converter of ours has thrown, inside the exception of the runtime. */
  private static Optional<Refusal> ours(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
        .limit(10)
        .filter(HttpRefusals::isOurs)
        .findFirst()
        .map(Refusals::of);
  }

  private static boolean isOurs(Throwable cause) {
    return cause instanceof InvalidValue
        || cause instanceof MalformedBody
        || cause instanceof Refused
        || cause instanceof TooLarge
        || cause instanceof Unavailable;
  }

  private static Refusal of(Response response) {
    String allow = response.getHeaderString(HttpHeaders.ALLOW);
    Refusal refusal = of(response.getStatus());
    return refusal.status() == 405 && allow != null
        ? refusal.with(HttpHeaders.ALLOW, allow)
        : refusal;
  }

  static Refusal of(int status) {
    if (status >= 500 || status < 400) {
      return Refusals.bug();
    }
    return KNOWN.getOrDefault(status, Refusal.of(status, "refused", "The request is refused"));
  }
}
