package io.cornershop.observability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when all that the platform needs answers; names what does not. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

  @Inject @Any Instance<Probe> probes;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("dependencies").up();
    for (Probe probe : probes) {
      response.withData(probe.name(), answers(probe, response) ? "up" : "down");
    }
    return response.build();
  }

  private static boolean answers(Probe probe, HealthCheckResponseBuilder response) {
    try {
      probe.question().call();
      return true;
    } catch (Exception e) {
      response.down();
      return false;
    }
  }
}
