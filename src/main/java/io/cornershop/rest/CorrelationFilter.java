package io.cornershop.rest;

import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives each request its correlation id, and each answer and log line of it too. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CorrelationFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = Correlation.of((HttpServletRequest) request);
    ((HttpServletResponse) response).setHeader(Correlation.HEADER, id);
    try (LogScope lines = LogScope.open(LogField.CORRELATION, id)) {
      chain.doFilter(request, response);
    }
  }
}
