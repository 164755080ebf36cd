package io.cornershop.rest.problems;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Turns everything that a resource throws into a problem. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  @Inject private ProblemAnswers problems;

  @Override
  public Response toResponse(Throwable thrown) {
    return problems.to(thrown);
  }
}
