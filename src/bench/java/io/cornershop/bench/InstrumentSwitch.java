package io.cornershop.bench;

import io.cornershop.eventing.commands.CommandTraces;
import io.cornershop.eventing.consuming.ConsumingObserver;
import io.cornershop.eventing.consuming.ConsumingTraces;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.ProjectionObserver;
import io.cornershop.eventing.publishing.PublishingObserver;
import io.cornershop.eventing.publishing.PublishingTraces;
import io.cornershop.kernel.Span;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Instruments that can be changed while the platform runs, so that both sides of a comparison run
 * on the same one. Thread-safe.
 */
final class InstrumentSwitch
    implements PublishingObserver,
        ConsumingObserver,
        ProjectionObserver,
        PublishingTraces,
        ConsumingTraces {

  private volatile Instruments told = Instruments.NONE;

  /** From now on these are told. */
  void set(Instruments instruments) {
    told = instruments;
  }

  /** Those that tell whoever is set. */
  Instruments instruments() {
    Tracing noting = new Tracing(CommandTraces.NONE, this, this, UnaryOperator.identity());
    return new Instruments(commit -> {}, this, this, this, noting);
  }

  @Override
  public Sending begin(String topic, EventEnvelope event) {
    return told.tracing().sending().begin(topic, event);
  }

  @Override
  public Span begin(EventEnvelope event, Origin origin) {
    return told.tracing().handling().begin(event, origin);
  }

  @Override
  public Span beginTogether(String handler, String group, List<Span> events) {
    return told.tracing().handling().beginTogether(handler, group, events);
  }

  @Override
  public void sent(Published event) {
    told.published().sent(event);
  }

  @Override
  public void acknowledged(Published event, Duration took) {
    told.published().acknowledged(event, took);
  }

  @Override
  public void refused(Published event, Exception why) {
    told.published().refused(event, why);
  }

  @Override
  public void dropped(Published event) {
    told.published().dropped(event);
  }

  @Override
  public void consumed(Arrived event, Duration took) {
    told.consumed().consumed(event, took);
  }

  @Override
  public void failed(Arrived event, String kind) {
    told.consumed().failed(event, kind);
  }

  @Override
  public void applied(String view, EventEnvelope event) {
    told.projected().applied(view, event);
  }

  @Override
  public void updated(String view, Duration took) {
    told.projected().updated(view, took);
  }
}
