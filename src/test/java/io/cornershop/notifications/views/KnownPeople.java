package io.cornershop.notifications.views;

import static io.cornershop.notifications.RecipientFixtures.ADDED_AT;

import io.cornershop.customers.CustomerEvent.CustomerErased;
import io.cornershop.customers.CustomerEvent.CustomerRegistered;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.RecipientEvent.NotificationPreferencesChanged;
import io.cornershop.notifications.RecipientEvent.PushSubscriptionAdded;
import io.cornershop.notifications.recipients.Recipient;
import io.cornershop.testing.ShopHistory;
import java.util.ArrayList;
import java.util.List;

/** What must have happened for somebody to be known so. */
final class KnownPeople {

  private KnownPeople() {}

  /** The row after all of it. */
  static RecipientRow row(Recipient person) {
    RecipientRow row = RecipientRow.of(person.customerId());
    for (DomainEvent event : account(person)) {
      row = RecipientProjection.after(row, event);
    }
    for (DomainEvent event : wishes(person)) {
      row = RecipientProjection.after(row, event);
    }
    return row;
  }

  /** Lets it happen. */
  static void happen(Recipient person, ShopHistory history) {
    StreamId account = new StreamId("Customer", person.customerId());
    StreamId wishes = new StreamId("Recipient", person.customerId());
    wishes(person).forEach(event -> history.happen(wishes, event));
    account(person).forEach(event -> history.happen(account, event));
  }

  private static List<DomainEvent> account(Recipient person) {
    CustomerId id = new CustomerId(person.customerId());
    List<DomainEvent> events = new ArrayList<>();
    String email = person.email().orElse("erased@example.org");
    events.add(new CustomerRegistered(id, person.name(), email, person.phone(), ADDED_AT));
    if (person.email().isEmpty()) {
      events.add(new CustomerErased(id, ADDED_AT));
    }
    return events;
  }

  private static List<DomainEvent> wishes(Recipient person) {
    CustomerId id = new CustomerId(person.customerId());
    Preferences wishes = person.preferences();
    List<DomainEvent> events = new ArrayList<>();
    events.add(
        new NotificationPreferencesChanged(
            id,
            wishes.language(),
            wishes.channels().stream().toList(),
            wishes.quietHours(),
            ADDED_AT));
    person.subscriptions().forEach(s -> events.add(new PushSubscriptionAdded(id, s, ADDED_AT)));
    return events;
  }
}
