package io.cornershop.notifications.delivery;

import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Envelope;

/** Knows where a message has to go at the moment when it is sent. Thread-safe. */
@FunctionalInterface
public interface Addressees {

  /** Where it goes. */
  sealed interface Addressee {

    /** To this address, as the transport takes it. */
    record At(String address) implements Addressee {}

    /**
     * Nowhere any more.
     *
     * @param why one line without personal data
     */
    record Nobody(String why) implements Addressee {}
  }

  /**
   * The person's address now, which may be another one than when the message was entered; nobody
   * when the person has gone or does not want it any more.
   *
   * @throws io.cornershop.kernel.Unavailable when it cannot be found out
   */
  Addressee now(Entry entry, Envelope envelope);
}
