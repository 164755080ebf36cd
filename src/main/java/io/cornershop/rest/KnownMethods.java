package io.cornershop.rest;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses methods that a caller has invented before the server counts them, because its metrics
 * have a series for each method.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class KnownMethods implements Filter {

  private static final Set<String> KNOWN =
      new TreeSet<>(Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"));

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (KNOWN.contains(((HttpServletRequest) request).getMethod())) {
      chain.doFilter(request, response);
    } else {
      HttpServletResponse refused = (HttpServletResponse) response;
      refused.setHeader("Allow", String.join(", ", KNOWN));
      refused.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
  }
}
