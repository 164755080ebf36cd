package io.cornershop.rest;

import io.cornershop.kernel.Deadline;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives each request one deadline, {@code cornershop.rest.deadline}, for everything that it waits
 * for in its thread.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class DeadlineFilter implements Filter {

  @Inject
  @ConfigProperty(name = "cornershop.rest.deadline")
  private Duration time;

  /** For the servlet container, which fills the field. */
  public DeadlineFilter() {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Deadline.begin(time);
    try {
      chain.doFilter(request, response);
    } finally {
      Deadline.end();
    }
  }
}
