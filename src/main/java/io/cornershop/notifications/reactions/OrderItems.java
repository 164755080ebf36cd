package io.cornershop.notifications.reactions;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.kernel.Latest;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.OrderId;
import io.cornershop.notifications.messages.Subject;
import io.cornershop.orders.OrderEvent.OrderCreated;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What was ordered, from the order's own stream, for events that do not say it. Thread-safe. */
final class OrderItems {

  private static final int REMEMBERED = 1_000;
  private static final Set<Subject> LISTED =
      EnumSet.of(Subject.ORDER_CONFIRMED, Subject.ORDER_SHIPPED, Subject.ORDER_DELIVERED);

  private final EventStore store;
  private final EventJson json;
  private final String aggregateType;
  private final Latest<OrderId, List<LineItem>> known = new Latest<>(REMEMBERED);

  OrderItems(EventStore store, EventTypes types, EventJson json) {
    this.store = store;
    this.json = json;
    this.aggregateType = types.of(OrderCreated.class).aggregateType();
  }

  /** The same news with the items of the order, where people want to see them. */
  News in(News news) {
    return news.items().isEmpty() && LISTED.contains(news.subject())
        ? news.orderId().map(order -> news.of(of(order))).orElse(news)
        : news;
  }

  private List<LineItem> of(OrderId order) {
    return known.find(order).orElseGet(() -> read(order));
  }

  private List<LineItem> read(OrderId order) {
    List<LineItem> items =
        store.read(new StreamId(aggregateType, order.value()), 1, 1).stream()
            .flatMap(commit -> commit.events().stream())
            .limit(1)
            .flatMap(first -> itemsOf(first).stream())
            .toList();
    known.put(order, items);
    return items;
  }

  private List<LineItem> itemsOf(EventEnvelope first) {
    return json.decode(first) instanceof OrderCreated created ? created.items() : List.of();
  }
}
