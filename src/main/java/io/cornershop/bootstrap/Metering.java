package io.cornershop.bootstrap;

import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.consuming.ConsumingObserver;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.projections.ProjectionObserver;
import io.cornershop.eventing.publishing.PublishingObserver;
import io.cornershop.eventing.publishing.RelaySignal;
import io.cornershop.eventing.sagas.SagaWatch;
import io.cornershop.eventing.store.ReplayObserver;
import io.cornershop.notifications.delivery.DeliveryObserver;
import io.cornershop.observability.metrics.ConsumingMetrics;
import io.cornershop.observability.metrics.DeliveryMetrics;
import io.cornershop.observability.metrics.Meters;
import io.cornershop.observability.metrics.ProjectionMetrics;
import io.cornershop.observability.metrics.PublishingMetrics;
import io.cornershop.observability.metrics.SagaMetrics;
import io.cornershop.observability.metrics.StoreMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who counts what the parts tell: metrics, or nobody. */
@ApplicationScoped
class Metering {

  @Inject
  @ConfigProperty(name = "cornershop.metrics.enabled", defaultValue = "true")
  boolean enabled;

  /** Only by its own type: as an observer it is produced below, if it is one. */
  @Produces
  @Singleton
  @Typed(PublishingMetrics.class)
  PublishingMetrics publishingMetrics(Meters meters, EventTypes types) {
    return new PublishingMetrics(meters, Set.copyOf(types.topics()));
  }

  @Produces
  @Singleton
  @Typed(PublishingObserver.class)
  PublishingObserver publishing(PublishingMetrics metrics) {
    return enabled ? metrics : PublishingObserver.NONE;
  }

  @Produces
  @Singleton
  @Typed(AppendedCommits.class)
  AppendedCommits appended(
      RelaySignal signal, Meters meters, EventJson json, AggregateLoader loader) {
    return enabled
        ? new AppendedCommits(
            List.of(
                signal,
                new StoreMetrics(meters),
                new SagaWatch(json, loader, new SagaMetrics(meters))))
        : new AppendedCommits(List.of(signal));
  }

  @Produces
  @Singleton
  ReplayObserver replaying(Meters meters) {
    return enabled ? new StoreMetrics(meters) : ReplayObserver.NONE;
  }

  @Produces
  @Singleton
  ConsumingObserver consuming(Meters meters) {
    return enabled ? new ConsumingMetrics(meters) : ConsumingObserver.NONE;
  }

  @Produces
  @Singleton
  ProjectionObserver projecting(Meters meters, Clock clock) {
    return enabled ? new ProjectionMetrics(meters, clock) : ProjectionObserver.NONE;
  }

  @Produces
  @Singleton
  DeliveryObserver delivering(Meters meters) {
    return enabled ? new DeliveryMetrics(meters) : DeliveryObserver.NONE;
  }
}
