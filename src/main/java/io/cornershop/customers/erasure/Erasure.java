package io.cornershop.customers.erasure;

import io.cornershop.customers.CustomerEvent.CustomerErased;
import io.cornershop.customers.claims.UniqueEmails;
import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.privacy.EncryptingCodec;
import io.cornershop.kernel.CustomerId;
import java.util.Set;

/**
 * Destroys the key of an erased customer and frees the e-mail addresses. The request that erases
 * does it at once; the event does it again, so that it also happens when that request dies in
 * between. Once more changes nothing. Thread-safe.
 */
public final class Erasure implements EventHandler {

  private final UniqueEmails emails;
  private final EncryptingCodec codec;
  private final String eventType;

  public Erasure(UniqueEmails emails, EncryptingCodec codec, EventTypes types) {
    this.emails = emails;
    this.codec = codec;
    this.eventType = types.of(CustomerErased.class).type().name();
  }

  /**
   * Makes unreadable what is stored of a customer whose erasure is durable.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public void forget(CustomerId customer) {
    codec.forget(customer.value());
    emails.release(customer);
  }

  @Override
  public String name() {
    return "customer-erasure";
  }

  @Override
  public String group() {
    return Channels.PROCESSES;
  }

  @Override
  public Set<String> eventTypes() {
    return Set.of(eventType);
  }

  @Override
  public void handle(EventEnvelope event) {
    forget(new CustomerId(event.stream().aggregateId()));
  }
}
