package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.DomainEvent;
import java.util.Optional;
import java.util.Set;

/** Names the view of excursions; nothing happens to them. */
final class ExcursionProjection implements Projection<Excursion> {

  @Override
  public String name() {
    return "excursions";
  }

  @Override
  public Class<Excursion> rowType() {
    return Excursion.class;
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of();
  }

  @Override
  public String rowOf(DomainEvent event) {
    throw new IllegalArgumentException("Not wanted: " + event);
  }

  @Override
  public Excursion apply(Optional<Excursion> row, DomainEvent event, EventEnvelope envelope) {
    throw new IllegalArgumentException("Not wanted: " + event);
  }
}
