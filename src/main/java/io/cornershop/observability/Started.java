package io.cornershop.observability;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/**
 * Has started when it can be asked at all: the server asks nothing of an application whose start
 * has not ended, with the database prepared and all channels begun.
 */
@Startup
@ApplicationScoped
public class Started implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.up("application");
  }
}
