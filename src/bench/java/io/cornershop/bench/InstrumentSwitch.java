package io.cornershop.bench;

import io.cornershop.eventing.consuming.ConsumingObserver;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.ProjectionObserver;
import io.cornershop.eventing.publishing.PublishingObserver;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitListener;
import java.time.Duration;

/**
 * Instruments that can be changed while the platform runs, so that both sides of a comparison run
 * on the same one. Thread-safe.
 */
final class InstrumentSwitch
    implements CommitListener, PublishingObserver, ConsumingObserver, ProjectionObserver {

  private volatile Instruments told = Instruments.NONE;

  /** From now on these are told. */
  void set(Instruments instruments) {
    told = instruments;
  }

  /** Those that tell whoever is set. */
  Instruments instruments() {
    return new Instruments(this, this, this, this);
  }

  @Override
  public void accept(Commit commit) {
    told.appended().accept(commit);
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
