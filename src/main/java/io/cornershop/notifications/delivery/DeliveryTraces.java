package io.cornershop.notifications.delivery;

import io.cornershop.kernel.Span;
import io.cornershop.notifications.ledger.Entry;

/** Notes attempts to send messages. Thread-safe; neither blocks nor throws. */
public interface DeliveryTraces {

  /** Notes nothing. */
  DeliveryTraces NONE = entry -> Span.NONE;

  /** A transport is going to be asked; it is part of what has entered the message. */
  Span begin(Entry entry);
}
