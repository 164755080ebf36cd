package io.cornershop.rest.problems;

import jakarta.inject.Inject;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Like {@link ProblemMapper}, in place of the runtime's own mapper for validation. */
@Provider
public class ValidationMapper implements ExceptionMapper<ValidationException> {

  @Inject private ProblemAnswers problems;

  @Override
  public Response toResponse(ValidationException thrown) {
    return problems.to(thrown);
  }
}
