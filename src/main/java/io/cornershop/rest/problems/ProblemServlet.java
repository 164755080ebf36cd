package io.cornershop.rest.problems;

import io.cornershop.json.Json;
import io.cornershop.rest.Correlation;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers where nobody else does: for paths outside the API, and as the error page for what the
 * container refuses by itself, which it has logged already. The application has no files to serve,
 * so this stands in place of the container's file servlet, which logs every unknown path. To the
 * server's metrics all of these paths are one route, because the pattern ends in a star.
 */
@WebServlet({"/*", ProblemServlet.PATH})
public class ProblemServlet extends HttpServlet {

  /** Where web.xml sends errors. */
  static final String PATH = "/problem";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Refusal refusal = Stopping.soften(refusal(request));
    String correlationId = Correlation.of(request);
    response.setStatus(refusal.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader(Correlation.HEADER, correlationId);
    refusal.headers().forEach(response::setHeader);
    Problem problem = refusal.problem(path(request), correlationId);
    response.getOutputStream().write(Json.TOLERANT.writeValueAsBytes(problem));
  }

  private static Refusal refusal(HttpServletRequest request) {
    boolean asked = request.getDispatcherType() != DispatcherType.ERROR;
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (asked || !(status instanceof Integer code)) {
      return HttpRefusals.of(HttpServletResponse.SC_NOT_FOUND);
    }
    return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
        ? HttpRefusals.of(thrown, code)
        : HttpRefusals.of(code);
  }

  private static String path(HttpServletRequest request) {
    return Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
        .map(Object::toString)
        .orElseGet(request::getRequestURI);
  }
}
