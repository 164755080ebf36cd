package io.cornershop.rest.problems;

import io.cornershop.kernel.Reason;
import io.cornershop.rest.Correlation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Answers with a problem, and logs it once when it is not the caller's own. */
@ApplicationScoped
class ProblemAnswers {

  private static final Logger LOG = System.getLogger(ProblemAnswers.class.getName());
  private static final int BUG = 500;

  private final OutageLog outages = new OutageLog();

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

  /** A bug with its way through the code; an outage in one line, at most one a second. */
  private void log(Refusal refusal, Throwable thrown) {
    String what =
        "%s %s answered %d, correlation id %s"
            .formatted(
                http.getMethod(), http.getRequestURI(), refusal.status(), Correlation.of(http));
    if (refusal.status() == BUG) {
      LOG.log(Level.ERROR, "{0}: {1}", what, Reason.trace(thrown));
    } else {
      outages.line(System.nanoTime()).ifPresent(kept -> log(what, thrown, kept));
    }
  }

  /** In words: a throwable among the parameters would be printed with all its frames. */
  private static void log(String what, Throwable thrown, int kept) {
    String more = kept == 0 ? "" : "; the same happened to " + kept + " requests before";
    LOG.log(Level.WARNING, "{0}: {1}{2}", what, Reason.of(thrown), more);
  }
}
