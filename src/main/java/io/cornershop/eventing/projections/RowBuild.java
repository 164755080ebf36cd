package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.RowEvents.Decoded;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings one version's rows up to many events in bulk: takes events as they come, and writes each
 * row that they change once. What it has written it remembers, so that the next events of a row
 * find it without asking. One thread.
 *
 * <p>To remember is no promise: others may write the same rows at any time. A row is still written
 * only onto the revision that it was made of, and one at which another writer was first is read
 * again, and all of it is done again for that row.
 */
public final class RowBuild<V> {

  /** A version that began with nothing has no other rows until it has more than these. */
  private static final int MOST_REMEMBERED = 10_000;

  private final RowUpdates<V> updates;
  private final Rows rows;
  private final EventsBetween between;
  private final RememberedRows<V> remembered;
  private RowEvents taken;

  /**
   * @param between finds what lies between what a row has seen and its next event
   * @param empty whether there is no row yet, as far as is known; when that is wrong, only time is
   *     lost
   */
  public RowBuild(RowUpdates<V> updates, Rows rows, EventsBetween between, boolean empty) {
    this(updates, rows, between, new RememberedRows<>(MOST_REMEMBERED, empty));
  }

  RowBuild(RowUpdates<V> updates, Rows rows, EventsBetween between, RememberedRows<V> remembered) {
    this.updates = updates;
    this.rows = rows;
    this.between = between;
    this.remembered = remembered;
    this.taken = updates.noEvents();
  }

  /**
   * Takes events that are wanted; those of one stream in order.
   *
   * @throws io.cornershop.eventing.events.UnreadableEvent when this build cannot decode one
   */
  public void take(List<EventEnvelope> events) {
    events.forEach(taken::add);
  }

  /**
   * Brings the rows up to what was taken since the last call. Throws what {@link
   * RowUpdates#applyAll} throws; some rows may be up to their events then.
   */
  public void write() {
    Map<String, List<Decoded>> byRow = taken.byRow();
    taken = updates.noEvents();
    if (byRow.isEmpty()) {
      return;
    }
    Map<String, Row<V>> before = remembered.take(byRow.keySet(), this::load);
    List<Row<V>> changed = updates.changed(byRow, before, between);
    Set<String> written = rows.saveAll(updates.projection(), changed);
    Map<String, List<Decoded>> overtaken = new LinkedHashMap<>();
    for (Row<V> row : changed) {
      if (written.contains(row.id())) {
        before.put(row.id(), row);
      } else {
        before.remove(row.id());
        overtaken.put(row.id(), byRow.get(row.id()));
      }
    }
    remembered.put(before.values(), overtaken.isEmpty());
    if (!overtaken.isEmpty()) {
      updates.applyAll(rows, overtaken, between);
    }
  }

  private Map<String, Row<V>> load(Collection<String> ids) {
    return rows.loadAll(updates.projection(), ids);
  }
}
