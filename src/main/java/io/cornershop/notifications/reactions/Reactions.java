package io.cornershop.notifications.reactions;

import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.notifications.delivery.Forgetting;
import java.util.List;
import java.util.stream.Stream;

/** The table of contents: all events of which somebody is told. */
public final class Reactions {

  private static final List<Telling<?>> ALL =
      List.of(
          new WhenOrderCreatedTellCustomer(),
          new WhenOrderConfirmedTellCustomer(),
          new WhenOrderShippedTellCustomer(),
          new WhenOrderDeliveredTellCustomer(),
          new WhenOrderCancelledTellCustomer(),
          new WhenOrderReturnedTellCustomer(),
          new WhenPaymentCompletedTellCustomer(),
          new WhenPaymentFailedTellCustomer(),
          new WhenPaymentRefundedTellCustomer(),
          new WhenStockLowTellStaff(),
          new WhenOutOfStockTellStaff());

  private Reactions() {}

  /** A handler for each of them. */
  public static List<EventHandler> all(
      TellingDesk desk, Forgetting forgetting, EventStore store, EventTypes types, EventJson json) {
    Retelling retelling = new Retelling(ALL, store, json);
    return Stream.concat(
            ALL.stream().<EventHandler>map(telling -> handler(telling, desk, types, json)),
            Stream.of(
                new WhenEmailRefusedTextCustomer(desk, retelling, types, json),
                new WhenCustomerErasedSendNothingMore(forgetting, types, json)))
        .toList();
  }

  private static EventHandler handler(
      Telling<?> telling, TellingDesk desk, EventTypes types, EventJson json) {
    return new TellingHandler<>(telling, desk, types, json);
  }
}
