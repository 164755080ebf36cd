package io.cornershop.eventing.store;

import io.cornershop.eventing.store.PositionLog.Entry;
import java.util.List;

/**
 * Finds commits of the whole store by what they hold. Knows what the position log knows: a commit
 * without a number is not found yet. Thread-safe.
 */
public interface EventIndex {

  /**
   * Up to {@code limit} entries of the position log behind {@code number}, in order, whose commits
   * hold an event that is looked for. Complete up to the head at the time of the call: an entry
   * that is shown later never lies before one that is shown now.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer in time
   */
  List<Entry> find(EventSearch search, long number, int limit);
}
