package io.cornershop.bootstrap;

import io.cornershop.eventing.commands.CommandTraces;
import io.cornershop.eventing.consuming.ConsumingTraces;
import io.cornershop.eventing.publishing.PublishingTraces;
import io.cornershop.notifications.delivery.DeliveryTraces;
import io.cornershop.observability.traces.CommandSpans;
import io.cornershop.observability.traces.ConsumingSpans;
import io.cornershop.observability.traces.DeliverySpans;
import io.cornershop.observability.traces.HttpSpans;
import io.cornershop.observability.traces.PublishingSpans;
import io.cornershop.observability.traces.Spans;
import io.cornershop.outbound.HttpTraces;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who notes what is done: spans, or nobody. */
@ApplicationScoped
class Tracing {

  @Inject
  @ConfigProperty(name = "cornershop.traces.enabled", defaultValue = "true")
  boolean enabled;

  /** Whether the server sends anything; it is asked, not decided here. */
  @Inject
  @ConfigProperty(name = "otel.sdk.disabled", defaultValue = "true")
  boolean silent;

  /** Whether those whom the shop has chosen to ask learn of what their work is a part. */
  @Inject
  @ConfigProperty(name = "cornershop.traces.tell-providers", defaultValue = "true")
  boolean telling;

  /** Absent where nobody notes anything. */
  @Produces
  @Singleton
  Optional<Spans> spans(OpenTelemetry telemetry) {
    return enabled && !silent ? Optional.of(new Spans(telemetry)) : Optional.empty();
  }

  @Produces
  @Singleton
  CommandTraces commands(Optional<Spans> spans) {
    return spans.<CommandTraces>map(CommandSpans::new).orElse(CommandTraces.NONE);
  }

  @Produces
  @Singleton
  PublishingTraces publishing(Optional<Spans> spans) {
    return spans.<PublishingTraces>map(PublishingSpans::new).orElse(PublishingTraces.NONE);
  }

  @Produces
  @Singleton
  ConsumingTraces consuming(Optional<Spans> spans) {
    return spans.<ConsumingTraces>map(ConsumingSpans::new).orElse(ConsumingTraces.NONE);
  }

  @Produces
  @Singleton
  DeliveryTraces delivering(Optional<Spans> spans) {
    return spans.<DeliveryTraces>map(DeliverySpans::new).orElse(DeliveryTraces.NONE);
  }

  @Produces
  @Singleton
  HttpTraces asking(Optional<Spans> spans) {
    return spans.<HttpTraces>map(s -> new HttpSpans(s, telling)).orElse(HttpTraces.NONE);
  }
}
