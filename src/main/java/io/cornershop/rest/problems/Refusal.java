package io.cornershop.rest.problems;

import io.cornershop.kernel.InvalidValue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;

/**
 * A problem before it meets its request.
 *
 * @param headers that the answer has besides
 */
public record Refusal(
    int status, String code, String detail, List<FieldError> errors, Map<String, String> headers) {

  /** The statuses that have a name in HTTP but none in JAX-RS. */
  private static final Map<Integer, String> TITLES = Map.of(422, "Unprocessable Content");

  private static final int MAX_PATH = 200;

  public static Refusal of(int status, String code, String detail) {
    return new Refusal(status, code, detail, List.of(), Map.of());
  }

  public static Refusal of(Status status, String code, String detail) {
    return of(status.getStatusCode(), code, detail);
  }

  static Refusal malformed(List<FieldError> errors) {
    return new Refusal(400, "malformed", "The request is malformed", errors, Map.of());
  }

  public static Refusal of(InvalidValue e) {
    return malformed(List.of(new FieldError(e.field(), e.getMessage())));
  }

  public static Refusal unauthenticated() {
    return of(401, "unauthenticated", "A valid bearer token is needed")
        .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"CornerShop\"");
  }

  public Refusal with(String header, String value) {
    return new Refusal(status, code, detail, errors, Map.of(header, value));
  }

  Refusal naming(FieldError error) {
    return new Refusal(status, code, detail, List.of(error), headers);
  }

  Problem problem(String path, String correlationId) {
    return new Problem(
        "about:blank", title(), status, detail, cut(path), code, correlationId, errors);
  }

  private static String cut(String path) {
    return path.substring(0, Math.min(path.length(), MAX_PATH));
  }

  private String title() {
    Status known = Status.fromStatusCode(status);
    return TITLES.getOrDefault(status, known == null ? "Error" : known.getReasonPhrase());
  }
}
