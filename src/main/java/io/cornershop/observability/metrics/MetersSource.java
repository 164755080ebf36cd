package io.cornershop.observability.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The meters of the server's registry. */
@ApplicationScoped
public class MetersSource {

  @Produces
  @Singleton
  Meters meters(MetricRegistry registry, Vocabulary vocabulary) {
    return new Meters(registry, vocabulary);
  }
}
