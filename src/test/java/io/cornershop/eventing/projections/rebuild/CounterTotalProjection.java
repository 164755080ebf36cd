package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.testing.CounterEvent.Counted;
import io.cornershop.kernel.DomainEvent;
import java.util.Optional;
import java.util.Set;

/** Counts events, so that one applied twice or not at all shows. */
class CounterTotalProjection implements Projection<CounterTotal> {

  @Override
  public String name() {
    return "counter_totals";
  }

  @Override
  public Class<CounterTotal> rowType() {
    return CounterTotal.class;
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(Counted.class);
  }

  @Override
  public String rowOf(DomainEvent event) {
    return ((Counted) event).counterId().value();
  }

  @Override
  public CounterTotal apply(Optional<CounterTotal> row, DomainEvent event, EventEnvelope envelope) {
    int events = row.map(CounterTotal::events).orElse(0) + 1;
    return new CounterTotal(rowOf(event), ((Counted) event).total(), events);
  }
}
