package io.cornershop.observability;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when all answers that this node cannot do without, and nothing is in the way; names what
 * does not answer, and what is. However often it is asked, it asks others once a second at most.
 */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

  private static final Duration APART = Duration.ofSeconds(1);

  /** What probes of Kubernetes wait for, with the way to them. */
  private static final Duration LONGEST = Duration.ofMillis(2_000);

  private final Questions questions = new Questions(LONGEST);
  private final Recent<Dependencies> recent = new Recent<>(APART, System::nanoTime);

  @Inject @Any Instance<Probe> probes;
  @Inject @Any Instance<Obstacle> obstacles;

  @Override
  public HealthCheckResponse call() {
    Dependencies found = recent.get(() -> Dependencies.ask(questions, probes, obstacles));
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("dependencies").status(found.ready());
    found.answered().forEach(response::withData);
    return response.build();
  }

  @PreDestroy
  void close() {
    questions.close();
  }
}
