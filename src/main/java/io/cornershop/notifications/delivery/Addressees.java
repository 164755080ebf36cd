package io.cornershop.notifications.delivery;

import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Envelope;
import java.time.Instant;

/** Knows where a message has to go, and whether now, at the moment of sending. Thread-safe. */
@FunctionalInterface
public interface Addressees {

  /** Where it goes. */
  sealed interface Addressee {

    /** To this address, as the transport takes it. */
    record At(String address) implements Addressee {}

    /**
     * There, but not yet.
     *
     * @param why one line without personal data
     */
    record NotBefore(Instant time, String why) implements Addressee {}

    /**
     * Nowhere any more.
     *
     * @param why one line without personal data
     */
    record Nobody(String why) implements Addressee {}
  }

  /**
   * The person's address now, which may be another one than when the message was entered; nobody
   * when the person has gone or does not want it any more; not yet when the person wants no noise
   * now.
   *
   * @throws io.cornershop.kernel.Unavailable when it cannot be found out
   */
  Addressee of(Entry entry, Envelope envelope, Instant now);
}
