package io.cornershop.notifications.views;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Customers and their wishes as of this moment, by their events. Thread-safe. */
@ApplicationScoped
public class CurrentWishes {

  /**
   * The row as a view that lags by nothing would have it.
   *
   * @param sequence of the wishes; 0 for who has never said anything
   */
  public record Wishes(RecipientRow row, long sequence) {

    private static Wishes none(RecipientRow account) {
      return new Wishes(account, 0);
    }

    private Wishes onto(RecipientRow next) {
      return new Wishes(next, sequence + 1);
    }
  }

  private final LiveStreams live;

  /** For the CDI proxy. */
  protected CurrentWishes() {
    this(null);
  }

  @Inject
  public CurrentWishes(LiveStreams live) {
    this.live = live;
  }

  /**
   * The wishes of a customer; empty when there is no such customer.
   *
   * @throws io.cornershop.kernel.Unavailable when the store does not answer
   */
  public Optional<Wishes> find(CustomerId customer) {
    return account(customer).map(account -> wishes(customer, Wishes.none(account)));
  }

  /**
   * The wishes of a customer who may have some.
   *
   * @throws NotFound when there is no such customer
   * @throws Rejected when the customer is erased
   */
  public Wishes require(CustomerId customer) {
    Wishes wishes = find(customer).orElseThrow(() -> new NotFound("customer", customer));
    if (wishes.row().isErased()) {
      throw Rejected.conflict(
          "customer-erased", "The personal data of customer " + customer + " was erased");
    }
    return wishes;
  }

  /** The streams of which a row is made. */
  static List<StreamId> streamsOf(CustomerId customer) {
    return List.of(account(customer.value()), wishes(customer.value()));
  }

  private static StreamId account(String customer) {
    return new StreamId("Customer", customer);
  }

  private static StreamId wishes(String customer) {
    return new StreamId("Recipient", customer);
  }

  private Optional<RecipientRow> account(CustomerId customer) {
    RecipientRow unheard = RecipientRow.of(customer.value());
    return live.<RecipientRow>fold(
        account(customer.value()),
        (row, event) -> RecipientProjection.after(row.orElse(unheard), event));
  }

  private Wishes wishes(CustomerId customer, Wishes none) {
    return live.<Wishes>fold(
            wishes(customer.value()),
            (before, event) -> {
              Wishes wishes = before.orElse(none);
              return wishes.onto(RecipientProjection.after(wishes.row(), event));
            })
        .orElse(none);
  }
}
