package io.cornershop.observability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Alive while every part can go on by itself; names what cannot, and why. */
@Liveness
@ApplicationScoped
public class Alive implements HealthCheck {

  @Inject @Any Instance<Vital> vitals;

  @Override
  public HealthCheckResponse call() {
    return answer(vitals);
  }

  static HealthCheckResponse answer(Iterable<Vital> vitals) {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("parts").up();
    for (Vital vital : vitals) {
      List<String> troubles = vital.troubles().get();
      response.withData(vital.name(), troubles.isEmpty() ? "up" : String.join("; ", troubles));
      if (!troubles.isEmpty()) {
        response.down();
      }
    }
    return response.build();
  }
}
