package io.cornershop.observability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when all answers that this node cannot do without, and nothing is in the way; names what
 * does not answer, and what is.
 */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

  @Inject @Any Instance<Probe> probes;
  @Inject @Any Instance<Obstacle> obstacles;

  @Override
  public HealthCheckResponse call() {
    Dependencies found = Dependencies.ask(probes, obstacles);
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("dependencies").status(found.ready());
    found.answered().forEach(response::withData);
    return response.build();
  }
}
