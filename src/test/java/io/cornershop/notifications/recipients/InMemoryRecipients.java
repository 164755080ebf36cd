package io.cornershop.notifications.recipients;

import io.cornershop.kernel.CustomerId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** People as simple as they can be: the reference for the contract. Thread-safe. */
public final class InMemoryRecipients implements Recipients {

  private final Map<String, Recipient> people = new ConcurrentHashMap<>();

  /** From now on this is what is known of the customer. */
  public void put(String customerId, Recipient known) {
    people.put(customerId, known);
  }

  /** From now on nobody is known. */
  public void clear() {
    people.clear();
  }

  @Override
  public Optional<Recipient> find(CustomerId customer) {
    return Optional.ofNullable(people.get(customer.value()));
  }
}
