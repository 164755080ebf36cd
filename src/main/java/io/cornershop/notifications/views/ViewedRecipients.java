package io.cornershop.notifications.views;

import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.recipients.Recipient;
import io.cornershop.notifications.recipients.Recipients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/** Looks into the view, and into the store for whom the view has not seen yet. Thread-safe. */
@ApplicationScoped
public class ViewedRecipients implements Recipients {

  private final Function<String, Optional<RecipientRow>> view;
  private final CurrentWishes current;

  /** For the CDI proxy. */
  protected ViewedRecipients() {
    this(id -> Optional.empty(), null);
  }

  @Inject
  public ViewedRecipients(RecipientStore store, ViewReads reads, CurrentWishes current) {
    this(id -> reads.ask(() -> store.findById(id)), current);
  }

  ViewedRecipients(Function<String, Optional<RecipientRow>> view, CurrentWishes current) {
    this.view = view;
    this.current = current;
  }

  @Override
  public Optional<Recipient> find(CustomerId customer) {
    return view.apply(customer.value())
        .flatMap(RecipientRow::recipient)
        .or(() -> current.find(customer).flatMap(found -> found.row().recipient()));
  }
}
