package io.cornershop.bench;

import io.cornershop.eventing.consuming.ConsumingObserver;
import io.cornershop.eventing.projections.ProjectionObserver;
import io.cornershop.eventing.publishing.PublishingObserver;
import io.cornershop.eventing.store.CommitListener;
import io.cornershop.observability.metrics.ConsumingMetrics;
import io.cornershop.observability.metrics.Meters;
import io.cornershop.observability.metrics.ProjectionMetrics;
import io.cornershop.observability.metrics.PublishingMetrics;
import io.cornershop.observability.metrics.StoreMetrics;
import java.util.Set;

/** Who is told of an event along its whole way, and who notes it. */
record Instruments(
    CommitListener appended,
    PublishingObserver published,
    ConsumingObserver consumed,
    ProjectionObserver projected,
    Tracing tracing) {

  /** Nobody. */
  static final Instruments NONE =
      new Instruments(
          commit -> {},
          PublishingObserver.NONE,
          ConsumingObserver.NONE,
          ProjectionObserver.NONE,
          Tracing.NONE);

  /** The metrics of the platform. */
  static Instruments counting(Meters meters, String topic) {
    return new Instruments(
        new StoreMetrics(meters),
        new PublishingMetrics(meters, Set.of(topic)),
        new ConsumingMetrics(meters),
        new ProjectionMetrics(meters, Sample.clock()),
        Tracing.NONE);
  }

  /** The same, and spans. */
  Instruments with(Tracing noting) {
    return new Instruments(appended, published, consumed, projected, noting);
  }
}
