package io.cornershop.notifications.delivery;

import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Envelope;

/** Hears of addresses that will never be reached again. Thread-safe; may be told more than once. */
@FunctionalInterface
public interface GoneAddresses {

  /** Nobody wants to know. */
  GoneAddresses NOBODY = (entry, envelope) -> {};

  /**
   * This one is gone. What is told here may be lost in a crash: the next message tells it again.
   */
  void gone(Entry entry, Envelope envelope);
}
