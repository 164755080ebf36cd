package io.cornershop.rest.problems;

import io.cornershop.kernel.InvalidValue;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.StaleVersion;
import io.cornershop.kernel.TooLarge;
import io.cornershop.kernel.Unavailable;
import io.cornershop.kernel.ViewDamaged;
import io.cornershop.rest.Answers;
import io.cornershop.security.Forbidden;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;

/** What callers are told about each kind of exception; nothing of a bug's own words. Pure. */
final class Refusals {

  private Refusals() {}

  static Refusal of(Throwable thrown) {
    return switch (thrown) {
      case InvalidValue e -> Refusal.of(e);
      case MalformedBody e -> Refusal.malformed(e.errors());
      case ConstraintViolationException e -> Refusal.malformed(Violations.of(e));
      case Rejected e -> rejected(e);
      case NotFound e -> Refusal.of(Status.NOT_FOUND, "not-found", e.getMessage());
      case StaleVersion e -> stale(e);
      case TooLarge e -> Refusal.of(413, "too-large", e.getMessage());
      case Unavailable e -> unavailable(e);
      case ViewDamaged e ->
          Refusal.of(Status.INTERNAL_SERVER_ERROR, "view-damaged", e.getMessage());
      case Forbidden e -> Refusal.of(Status.FORBIDDEN, e.code(), e.getMessage());
      case Refused e -> e.refusal();
      case WebApplicationException e -> HttpRefusals.of(e);
      default -> bug();
    };
  }

  private static Refusal rejected(Rejected e) {
    Refusal whole = Refusal.of(statusOf(e), e.code(), e.getMessage());
    return e.field()
        .map(field -> whole.naming(new FieldError(field, e.getMessage())))
        .orElse(whole);
  }

  private static int statusOf(Rejected rejected) {
    return switch (rejected.kind()) {
      case CONFLICT -> 409;
      case RULE -> 422;
    };
  }

  private static Refusal stale(StaleVersion e) {
    return Refusal.of(Status.PRECONDITION_FAILED, "stale-version", e.getMessage())
        .with(HttpHeaders.ETAG, Answers.etag(e.actual()));
  }

  private static Refusal unavailable(Unavailable e) {
    long seconds = Math.max(1, e.retryAfter().toSeconds());
    return Refusal.of(Status.SERVICE_UNAVAILABLE, "unavailable", e.getMessage())
        .with(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }

  static Refusal bug() {
    return Refusal.of(
        Status.INTERNAL_SERVER_ERROR,
        "internal-error",
        "Something went wrong here; tell us the correlation id");
  }
}
