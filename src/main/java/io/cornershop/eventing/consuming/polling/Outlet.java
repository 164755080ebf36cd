package io.cornershop.eventing.consuming.polling;

import io.cornershop.eventing.consuming.partitions.PolledRecords;

/** Where a poll loop hands over what it polled. Only its thread calls it. */
public interface Outlet {

  /** Whether the next {@link #emit} is expected. */
  boolean ready();

  /**
   * Hands over; returns at once.
   *
   * @throws RuntimeException when the records were not taken
   */
  void emit(PolledRecords records);
}
