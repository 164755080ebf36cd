package io.cornershop.rest;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Gives each request its correlation id, and each answer and log line of it too. What the JAX-RS
 * runtime refuses before it looks for a resource becomes a problem here.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class OutermostFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    String id = Correlation.of(http);
    ((HttpServletResponse) response).setHeader(Correlation.HEADER, id);
    LogContext.begin(id);
    try {
      chain.doFilter(request, new ErrorsAsProblems(http, (HttpServletResponse) response));
    } finally {
      LogContext.end();
    }
  }

  /**
   * Answers at once, without the detour to the error page: on that way the container answers
   * nothing at all to a caller that asks for HTTP/2 by upgrade.
   */
  private static final class ErrorsAsProblems extends HttpServletResponseWrapper {

    private final HttpServletRequest request;

    ErrorsAsProblems(HttpServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
    }

    @Override
    public void sendError(int status) throws IOException {
      HttpServletResponse response = (HttpServletResponse) getResponse();
      response.resetBuffer();
      ProblemServlet.write(HttpRefusals.of(status), request, response);
      response.flushBuffer();
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      sendError(status);
    }
  }
}
