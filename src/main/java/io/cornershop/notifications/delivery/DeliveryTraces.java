package io.cornershop.notifications.delivery;

import io.cornershop.kernel.Span;
import io.cornershop.notifications.ledger.Entry;

/**
 * Notes what transports are asked, each as part of what has entered the message. Thread-safe;
 * neither blocks nor throws.
 */
public interface DeliveryTraces {

  /** Notes nothing. */
  DeliveryTraces NONE =
      new DeliveryTraces() {
        @Override
        public Span beginSending(Entry entry) {
          return Span.NONE;
        }

        @Override
        public Span beginAsking(Entry entry) {
          return Span.NONE;
        }
      };

  /** A message is going to be sent. */
  Span beginSending(Entry entry);

  /** It is going to be asked what became of one. */
  Span beginAsking(Entry entry);
}
