package io.cornershop.notifications.reactions;

import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.messages.Subject;
import java.net.URI;
import java.util.Optional;

/** Where one click ends messages. Thread-safe. */
@FunctionalInterface
public interface UnsubscribeLinks {

  /** There are none. */
  UnsubscribeLinks NONE = (customer, subject) -> Optional.empty();

  /** The link for e-mails to this customer; empty where they cannot be ended. */
  Optional<URI> of(CustomerId customer, Subject subject);
}
