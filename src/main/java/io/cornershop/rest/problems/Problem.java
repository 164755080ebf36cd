package io.cornershop.rest.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Why a request was not carried out (RFC 9457).
 *
 * @param type {@code about:blank}: the status and the code say everything
 * @param title the phrase of the status
 * @param code stable and part of the API
 * @param instance the path that was asked for
 * @param errors the values that are wrong, when it is about values
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String correlationId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
  }
}
