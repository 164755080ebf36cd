package io.cornershop.customers.views;

import io.cornershop.customers.CustomerEvent;
import io.cornershop.customers.CustomerEvent.CustomerErased;
import io.cornershop.customers.CustomerEvent.CustomerLogin;
import io.cornershop.customers.CustomerEvent.CustomerLogout;
import io.cornershop.customers.CustomerEvent.CustomerProfileUpdated;
import io.cornershop.customers.CustomerEvent.CustomerRegistered;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.RowIndex;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventKinds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes {@link CustomerProfile} rows. */
@ApplicationScoped
public class CustomerProfileProjection implements Projection<CustomerProfile> {

  public static final String NAME = "customer_profile";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<CustomerProfile> rowType() {
    return CustomerProfile.class;
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return EventKinds.of(CustomerEvent.class);
  }

  @Override
  public String rowOf(DomainEvent event) {
    return ((CustomerEvent) event).customerId().value();
  }

  @Override
  public CustomerProfile apply(
      Optional<CustomerProfile> row, DomainEvent event, EventEnvelope envelope) {
    long sequence = envelope.sequence();
    return switch ((CustomerEvent) event) {
      case CustomerRegistered e -> registered(e, sequence);
      case CustomerProfileUpdated e ->
          row.orElseThrow().with(e.name(), e.email(), e.phone(), sequence);
      case CustomerLogin e -> row.orElseThrow().seen(Optional.of(e.loggedInAt()), sequence);
      case CustomerLogout e -> row.orElseThrow().seen(row.orElseThrow().lastLoginAt(), sequence);
      case CustomerErased e -> row.orElseThrow().erased(e.erasedAt(), sequence);
    };
  }

  private static CustomerProfile registered(CustomerRegistered e, long sequence) {
    return new CustomerProfile(
        e.customerId().value(),
        e.name(),
        e.email(),
        CustomerProfile.keyOf(e.email()),
        e.phone(),
        e.registeredAt(),
        Optional.empty(),
        Optional.empty(),
        sequence);
  }

  @Override
  public List<RowIndex> indexes() {
    return List.of(RowIndex.on("emailKey", "_id"));
  }
}
