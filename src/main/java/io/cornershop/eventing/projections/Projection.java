package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.DomainEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How events become rows of one view. Pure: the same row and event always give the same row.
 * Implementations are application-scoped CDI beans, found by type; the engine calls them from many
 * threads.
 *
 * <p>Wanting all event types of an aggregate is cheaper than wanting some: when the sequence that a
 * row has seen and the next event are not neighbours, the engine looks into the store for what is
 * between them.
 *
 * @param <V> the row, a record that follows the conventions of this package
 */
public interface Projection<V> {

  /** The name of the view in snake_case, the same as in the {@code @Entity} of its rows. */
  String name();

  /** The class of its rows. */
  Class<V> rowType();

  /**
   * The version of row and fold, from 1: raised whenever the same events make another row than
   * before, which the golden rows of each view show. The platform then rebuilds the view when it
   * starts, and answers no read of it until that is done.
   */
  default int version() {
    return 1;
  }

  /** The events that it is made of. */
  Set<Class<? extends DomainEvent>> events();

  /** The id of the row that an event of {@link #events} belongs to. */
  String rowOf(DomainEvent event);

  /**
   * The row after the event. Events of one stream come in order and once; events of another stream
   * may come first, and then find no row.
   */
  V apply(Optional<V> row, DomainEvent event, EventEnvelope envelope);

  /** The fields that the queries of the view look up or sort by; the id has its index already. */
  default List<RowIndex> indexes() {
    return List.of();
  }
}
