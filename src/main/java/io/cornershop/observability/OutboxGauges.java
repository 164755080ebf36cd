package io.cornershop.observability;

import io.cornershop.eventing.publishing.EventRelay;
import io.cornershop.eventing.publishing.OutboxState;
import io.cornershop.kernel.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/**
 * What is stored and not on Kafka yet, the same seen from any node, also while Kafka is down. Asked
 * of the database at each scrape; no number while it does not answer.
 */
@ApplicationScoped
public class OutboxGauges {

  private static final double MILLIS = 1_000;

  @Inject EventRelay relay;

  /** The metrics exist from the start on, because this bean does. */
  void start(@Observes Startup event) {
    // nothing to do
  }

  /** How many commits wait. */
  @Gauge(
      name = "outbox_pending",
      absolute = true,
      unit = MetricUnits.NONE,
      description = "Commits that are stored and not known to be on Kafka")
  public double pending() {
    return ask(OutboxState::pending);
  }

  /** How long the oldest has been waiting. */
  @Gauge(
      name = "outbox_oldest_age_seconds",
      absolute = true,
      unit = MetricUnits.NONE,
      description = "Age of a commit that waits, at least of the oldest")
  public double oldestAge() {
    return ask(state -> seconds(state.oldestAge()));
  }

  private static double seconds(Duration age) {
    return age.toMillis() / MILLIS;
  }

  private double ask(ToDoubleFunction<OutboxState> figure) {
    try {
      return figure.applyAsDouble(relay.status().outbox());
    } catch (Unavailable e) {
      return Double.NaN;
    }
  }
}
