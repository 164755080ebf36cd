package io.cornershop.notifications.views;

import io.cornershop.customers.CustomerEvent;
import io.cornershop.customers.CustomerEvent.CustomerErased;
import io.cornershop.customers.CustomerEvent.CustomerLogin;
import io.cornershop.customers.CustomerEvent.CustomerLogout;
import io.cornershop.customers.CustomerEvent.CustomerProfileUpdated;
import io.cornershop.customers.CustomerEvent.CustomerRegistered;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventKinds;
import io.cornershop.notifications.RecipientEvent;
import io.cornershop.notifications.RecipientEvent.NotificationPreferencesChanged;
import io.cornershop.notifications.RecipientEvent.PushSubscriptionAdded;
import io.cornershop.notifications.RecipientEvent.PushSubscriptionRemoved;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Makes {@link RecipientRow} rows. Who is erased stays so, whatever comes behind. */
@ApplicationScoped
public class RecipientProjection implements Projection<RecipientRow> {

  public static final String NAME = "recipient";

  /** How a text reads whose person was erased before this event was folded. */
  private static final String ERASED = "[erased]";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<RecipientRow> rowType() {
    return RecipientRow.class;
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return EventKinds.of(CustomerEvent.class, RecipientEvent.class);
  }

  @Override
  public String rowOf(DomainEvent event) {
    return event instanceof CustomerEvent e
        ? e.customerId().value()
        : ((RecipientEvent) event).customerId().value();
  }

  @Override
  public RecipientRow apply(Optional<RecipientRow> row, DomainEvent event, EventEnvelope envelope) {
    return after(row.orElseGet(() -> RecipientRow.of(rowOf(event))), event);
  }

  static RecipientRow after(RecipientRow row, DomainEvent event) {
    if (row.isErased()) {
      return row;
    }
    return event instanceof CustomerEvent e
        ? afterAccount(row, e)
        : afterWish(row, (RecipientEvent) event);
  }

  private static RecipientRow afterAccount(RecipientRow row, CustomerEvent event) {
    return switch (event) {
      case CustomerRegistered e ->
          unlessErased(e.email(), row, row.reachedAt(e.name(), e.email(), e.phone()));
      case CustomerProfileUpdated e ->
          unlessErased(e.email(), row, row.reachedAt(e.name(), e.email(), e.phone()));
      case CustomerLogin e -> row;
      case CustomerLogout e -> row;
      case CustomerErased e -> row.erased();
    };
  }

  private static RecipientRow afterWish(RecipientRow row, RecipientEvent event) {
    return switch (event) {
      case NotificationPreferencesChanged e ->
          unlessErased(e.language(), row, row.wishing(e.preferences()));
      case PushSubscriptionAdded e ->
          unlessErased(e.subscription().endpoint(), row, row.with(e.subscription()));
      case PushSubscriptionRemoved e -> row.without(e.subscriptionId());
    };
  }

  /** What can be read of nobody is of somebody whose erasure comes behind. */
  private static RecipientRow unlessErased(String text, RecipientRow row, RecipientRow next) {
    return text.equals(ERASED) ? row.erased() : next;
  }
}
