package io.cornershop.eventing.projections;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rows as one writer has left them, those that were used last. One thread. */
final class RememberedRows<V> {

  private final int most;
  private final Map<String, Row<V>> rows = new LinkedHashMap<>();
  private boolean complete;
  private boolean completeBefore;

  /**
   * @param most how many are remembered
   * @param complete whether there are no others yet, as far as the writer knows
   */
  RememberedRows(int most, boolean complete) {
    this.most = most;
    this.complete = complete;
  }

  /**
   * Those of these rows that exist, by their ids. They are remembered no more, and others may
   * exist, until the writer says what it has made of them.
   *
   * @param load finds rows that may exist without being remembered
   */
  Map<String, Row<V>> take(
      Collection<String> ids, Function<Collection<String>, Map<String, Row<V>>> load) {
    Map<String, Row<V>> taken = new HashMap<>();
    List<String> others = ids.stream().filter(id -> !rows.containsKey(id)).toList();
    if (!complete && !others.isEmpty()) {
      taken.putAll(load.apply(others));
    }
    completeBefore = complete;
    complete = false;
    for (String id : ids) {
      Row<V> row = rows.remove(id);
      if (row != null) {
        taken.put(id, row);
      }
    }
    return taken;
  }

  /**
   * Remembers rows that exist as they are here.
   *
   * @param all whether these are all that exist of those that were taken
   */
  void put(Collection<Row<V>> written, boolean all) {
    written.forEach(row -> rows.put(row.id(), row));
    complete = completeBefore && all && rows.size() <= most;
    var eldest = rows.keySet().iterator();
    for (int surplus = rows.size() - most; surplus > 0; surplus--) {
      eldest.next();
      eldest.remove();
    }
  }
}
