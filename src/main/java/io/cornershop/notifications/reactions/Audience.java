package io.cornershop.notifications.reactions;

import io.cornershop.customers.CustomerEvent.CustomerRegistered;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.json.Json;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Unavailable;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.PushSubscription;
import io.cornershop.notifications.recipients.Recipient;
import io.cornershop.notifications.recipients.Recipients;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who is told, and where. Thread-safe. */
public final class Audience {

  private static final Duration UNTIL_KNOWN = Duration.ofSeconds(1);

  private final Recipients recipients;
  private final EventStore store;
  private final String aggregateType;
  private final List<Person> staff;

  /**
   * @param staff e-mail addresses of those who look after the stock
   */
  public Audience(Recipients recipients, EventStore store, EventTypes types, List<String> staff) {
    this.recipients = recipients;
    this.store = store;
    this.aggregateType = types.of(CustomerRegistered.class).aggregateType();
    this.staff = staff.stream().map(Audience::colleague).toList();
  }

  /** A customer, at all places; without any when the shop knows no such person any more. */
  record Customer(Person anyone, Optional<Recipient> known) {

    /** Each place that a channel reaches; the person itself where there is none. */
    List<Person> by(Channel channel) {
      List<Person> found =
          switch (channel) {
            case EMAIL -> at(known.flatMap(Recipient::email));
            case SMS -> at(known.flatMap(Recipient::phone));
            case PUSH ->
                known.stream().flatMap(r -> r.subscriptions().stream()).map(this::browser).toList();
          };
      return found.isEmpty() ? List.of(anyone) : found;
    }

    private List<Person> at(Optional<String> address) {
      return address.map(a -> person("", a)).stream().toList();
    }

    private Person browser(PushSubscription subscription) {
      return person(subscription.id(), Json.TOLERANT.writeValueAsString(subscription));
    }

    private Person person(String key, String address) {
      return new Person(
          anyone.customerId(), key, Optional.of(address), anyone.name(), anyone.wishes());
    }
  }

  /** A customer at no place. */
  static Person anyone(CustomerId customer) {
    return new Person(Optional.of(customer), "", Optional.empty(), "", Preferences.USUAL);
  }

  List<Person> staff() {
    return staff;
  }

  private static Person colleague(String address) {
    return new Person(Optional.empty(), address, Optional.of(address), "", Preferences.USUAL);
  }

  /**
   * The customer as known now.
   *
   * @throws Unavailable when there is one that the read models do not know yet
   */
  Customer of(CustomerId customer) {
    Optional<Recipient> known = recipients.find(customer);
    if (known.isEmpty() && isRegistered(customer)) {
      throw new Unavailable("A customer is not known here yet", UNTIL_KNOWN, null);
    }
    return known
        .filter(recipient -> recipient.email().isPresent())
        .map(recipient -> new Customer(named(customer, recipient), known))
        .orElseGet(() -> new Customer(anyone(customer), Optional.empty()));
  }

  private boolean isRegistered(CustomerId customer) {
    return !store.read(new StreamId(aggregateType, customer.value()), 1, 1).isEmpty();
  }

  private static Person named(CustomerId customer, Recipient recipient) {
    return new Person(
        Optional.of(customer), "", Optional.empty(), recipient.name(), recipient.preferences());
  }
}
