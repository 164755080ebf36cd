package io.cornershop.notifications.views;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.recipients.Recipient;
import io.cornershop.notifications.recipients.Recipients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Looks into the view, and into the store for those of whom something has happened that the view
 * has not seen yet: a wish holds from its answer on, however far the view is behind. Thread-safe.
 */
@ApplicationScoped
public class ViewedRecipients implements Recipients {

  private final View view;
  private final CurrentWishes current;

  /**
   * What is known of a customer.
   *
   * @param isCurrent whether the row includes all that has happened in these streams
   */
  record View(
      Function<String, Optional<RecipientRow>> row,
      BiPredicate<String, List<StreamId>> isCurrent) {}

  /** For the CDI proxy. */
  protected ViewedRecipients() {
    this((View) null, null);
  }

  @Inject
  public ViewedRecipients(RecipientStore store, ViewReads reads, CurrentWishes current) {
    this(
        new View(
            id -> reads.ask(() -> store.findById(id)),
            (id, streams) -> reads.isCurrent(RecipientProjection.NAME, id, streams)),
        current);
  }

  ViewedRecipients(View view, CurrentWishes current) {
    this.view = view;
    this.current = current;
  }

  @Override
  public Optional<Recipient> find(CustomerId customer) {
    String id = customer.value();
    return Optional.of(id)
        .filter(known -> view.isCurrent().test(known, CurrentWishes.streamsOf(customer)))
        .flatMap(view.row())
        .flatMap(RecipientRow::recipient)
        .or(() -> current.find(customer).flatMap(found -> found.row().recipient()));
  }
}
