package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.DomainEvent;
import java.util.Optional;
import java.util.Set;

/**
 * How events become rows of one view. Pure: the same row and event always give the same row.
 * Implementations are application-scoped CDI beans, found by type.
 *
 * @param <V> the row, an entity of the read-model database
 */
public interface Projection<V> {

  /** The name of the view, and of its collection, in snake_case. */
  String name();

  /** The class of its rows. */
  Class<V> rowType();

  /** The events that it is made of. */
  Set<Class<? extends DomainEvent>> events();

  /** The id of the row that an event of {@link #events} belongs to. */
  String rowOf(DomainEvent event);

  /**
   * The row after the event. Events of one stream come in order and once; events of another stream
   * may come first, and then find no row.
   */
  V apply(Optional<V> row, DomainEvent event, EventEnvelope envelope);
}
