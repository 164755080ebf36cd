package io.cornershop.notifications.recipients;

import io.cornershop.kernel.CustomerId;
import java.util.Optional;

/** Finds whom to tell. Thread-safe. */
public interface Recipients {

  /**
   * The customer as known now; empty when the shop does not know this customer.
   *
   * @throws io.cornershop.kernel.Unavailable when the read models do not answer
   */
  Optional<Recipient> find(CustomerId customer);
}
