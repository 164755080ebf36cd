package io.cornershop.rest;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.cornershop.kernel.Identifier;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The id that goes with a request through everything it causes, its log lines and its problems. */
public final class Correlation {

  /** In the request, when the caller has an id already; in every answer. */
  public static final String HEADER = "X-Correlation-Id";

  private static final String ATTRIBUTE = Correlation.class.getName();
  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  private Correlation() {}

  /** The id of a request: the caller's own when it is well-formed, else a new one. */
  public static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    String id =
        Optional.ofNullable(request.getHeader(HEADER))
            .filter(sent -> Identifier.FORM.matcher(sent).matches())
            .orElseGet(Correlation::newId);
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  /** A new UUID of version 7. */
  static String newId() {
    return IDS.generate().toString();
  }
}
