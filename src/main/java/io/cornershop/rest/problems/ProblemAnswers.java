package io.cornershop.rest.problems;

import io.cornershop.rest.Correlation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Answers with a problem, and logs it once when it is not the caller's own. */
@ApplicationScoped
class ProblemAnswers {

  private static final Logger LOG = System.getLogger(ProblemAnswers.class.getName());
  private static final int BUG = 500;

  @Inject private HttpServletRequest http;

  Response to(Throwable thrown) {
    Refusal refusal = Stopping.soften(Refusals.of(thrown));
    if (refusal.status() >= BUG) {
      log(refusal, thrown);
    }
    return to(refusal);
  }

  Response to(Refusal refusal) {
    Problem problem = refusal.problem(http.getRequestURI(), Correlation.of(http));
    Response.ResponseBuilder answer =
        Response.status(refusal.status()).type(Problem.MEDIA_TYPE).entity(problem);
    refusal.headers().forEach(answer::header);
    return answer.build();
  }

  /** A bug with its stack; an outage in one line, because it says it all and comes in numbers. */
  private void log(Refusal refusal, Throwable thrown) {
    String what =
        "%s %s answered %d, correlation id %s"
            .formatted(
                http.getMethod(), http.getRequestURI(), refusal.status(), Correlation.of(http));
    if (refusal.status() == BUG) {
      LOG.log(Level.ERROR, what, thrown);
    } else {
      // in words: a throwable among the parameters would be printed with all its frames
      String cause = Optional.ofNullable(thrown.getCause()).map(Throwable::toString).orElse("");
      LOG.log(Level.WARNING, "{0}: {1} {2}", what, thrown.getMessage(), cause);
    }
  }
}
