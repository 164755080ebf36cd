package io.cornershop.inventory.views;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.inventory.StockEvent;
import io.cornershop.inventory.StockEvent.StockMoved;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventKinds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Makes {@link StockLevel} rows. */
@ApplicationScoped
public class StockLevelProjection implements Projection<StockLevel> {

  public static final String NAME = "stock_level";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<StockLevel> rowType() {
    return StockLevel.class;
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return EventKinds.of(StockMoved.class);
  }

  @Override
  public String rowOf(DomainEvent event) {
    return ((StockEvent) event).productId().value();
  }

  @Override
  public StockLevel apply(Optional<StockLevel> row, DomainEvent event, EventEnvelope envelope) {
    StockMoved e = (StockMoved) event;
    return new StockLevel(
        e.productId().value(),
        e.onHand(),
        e.reserved(),
        e.available(),
        e.at(),
        envelope.sequence());
  }
}
