package io.cornershop.timeline;

import static io.cornershop.testing.WholeShop.JSON;
import static io.cornershop.testing.WholeShop.TYPES;
import static io.cornershop.testing.WholeShop.envelopesBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.bootstrap.Domains;
import io.cornershop.carts.CartFixtures;
import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.Envelopes;
import io.cornershop.eventing.commands.ExternalEvents;
import io.cornershop.eventing.commands.Received;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.sagas.SagaArchive;
import io.cornershop.eventing.sagas.SagaDefinitions;
import io.cornershop.eventing.sagas.SagaRunner;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemoryPositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.timers.InMemoryTimers;
import io.cornershop.inventory.StockCommand.AdjustStock;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.TrackingNumber;
import io.cornershop.orders.OrderCommand.ShipOrder;
import io.cornershop.payments.PaymentCommand.RecordAuthorization;
import io.cornershop.payments.PaymentCommand.RecordCapture;
import io.cornershop.processes.fulfilment.OrderFulfilment;
import io.cornershop.processes.fulfilment.OrderPayment;
import io.cornershop.processes.fulfilment.OrderReturn;
import io.cornershop.shipments.ShipmentEvent.ParcelScanned;
import io.cornershop.shipments.ShipmentEvent.Scan;
import io.cornershop.timeline.OrderTimeline.Audience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderTimelineTest {

  private static final OrderId ORDER = new OrderId(CartFixtures.CART.value());
  private static final OrderId OTHER = new OrderId("order-of-another");
  private static final Instant NOON = CartFixtures.at(9);
  private static final TrackingNumber PARCEL = new TrackingNumber("PX-1");
  private static final PaymentId PAYMENT = new PaymentId(ORDER.value());

  private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
  private final InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, clock);
  private final InMemoryPositionLog log = new InMemoryPositionLog();
  private final Envelopes envelopes = envelopesBy(clock);
  private final AggregateLoader loader = new AggregateLoader(store, JSON);
  private final List<EventEnvelope> happened = new ArrayList<>();
  private final CommandHandler commands =
      new CommandHandler(Domains.all(), store, loader, envelopes, this::published);
  private final OrderFulfilment fulfilment =
      new OrderFulfilment(new OrderPayment.Patience(Duration.ofMinutes(5), Duration.ofMinutes(9)));
  private final SagaDefinitions definitions =
      new SagaDefinitions(List.of(fulfilment, new OrderReturn(Duration.ofMinutes(9))));
  private final SagaRunner<?> runner =
      new SagaRunner<>(
          fulfilment,
          new SagaRunner.Surroundings(
              store, loader, TYPES, JSON, commands, new InMemoryTimers(), clock));
  private final OrderTimeline timeline =
      new OrderTimeline(store, log, JSON, definitions, new SagaArchive(definitions, store, JSON));

  private void published(Commit commit) {
    log.append(List.of(log.head().next(commit)));
    happened.addAll(commit.events());
  }

  private void tell(Command command) {
    CommandId id = CommandId.of("test", command.toString());
    commands.handle(
        command, CommandContext.of(id, EventMetadata.of("correlation", id.value(), "u", "test")));
  }

  private void settle() {
    for (int next = 0; next < happened.size(); next++) {
      EventEnvelope event = happened.get(next);
      if (runner.eventTypes().contains(event.type().name())) {
        runner.handle(event);
      }
    }
  }

  private void scan(OrderId order, Scan scan) {
    new ExternalEvents(store, JSON, envelopes, this::published)
        .publish(
            List.of(
                new Received(
                    UUID.nameUUIDFromBytes((order.value() + scan).getBytes()),
                    new StreamId("Shipment", PARCEL.value()),
                    new ParcelScanned(order, PARCEL, "Parcel Express", scan, NOON),
                    Optional.empty())),
            EventMetadata.of("batch", "batch", "carrier", "carrier"));
  }

  @BeforeEach
  void an_order_is_confirmed_and_on_its_way() {
    tell(new AdjustStock(CartFixtures.TEAPOT, 50, "delivery", NOON));
    tell(CartFixtures.CREATE);
    tell(CartFixtures.ADD_TEAPOTS);
    tell(CartFixtures.CHECK_OUT);
    settle();
    tell(new RecordAuthorization(PAYMENT, "pi", NOON));
    tell(new RecordCapture(PAYMENT, "pi", NOON));
    settle();
    tell(new ShipOrder(ORDER, PARCEL, "Parcel Express", NOON));
    scan(OTHER, Scan.PICKED_UP);
    scan(ORDER, Scan.PICKED_UP);
  }

  private List<String> seenBy(Audience audience) {
    return timeline.after(timeline.read(ORDER), audience, 0, 100).stream()
        .map(event -> event.stream().aggregateType() + " " + event.type().name())
        .toList();
  }

  @Test
  void staff_see_all_that_has_happened_in_causal_order() {
    assertThat(seenBy(Audience.STAFF))
        .containsExactly(
            "Cart CartCheckedOut",
            "Saga SagaStarted",
            "Order OrderCreated",
            "Saga SagaStepCompleted",
            "Stock StockReserved",
            "Order OrderValidated",
            "Saga SagaStepCompleted",
            "Payment PaymentInitiated",
            "Payment PaymentAuthorized",
            "Payment PaymentCompleted",
            "Saga SagaStepCompleted",
            "Order OrderConfirmed",
            "Stock StockAllocated",
            "Saga SagaStepCompleted",
            "Saga SagaStepCompleted",
            "Saga SagaCompleted",
            "Order OrderShipped",
            "Shipment ParcelScanned");
  }

  @Test
  void customers_see_what_is_theirs() {
    assertThat(seenBy(Audience.CUSTOMER))
        .containsExactly(
            "Cart CartCheckedOut",
            "Order OrderCreated",
            "Order OrderValidated",
            "Payment PaymentInitiated",
            "Payment PaymentAuthorized",
            "Payment PaymentCompleted",
            "Order OrderConfirmed",
            "Order OrderShipped",
            "Shipment ParcelScanned");
  }

  @Test
  void a_cause_comes_before_its_effect() {
    Map<String, Long> places = new HashMap<>();
    for (EventEnvelope event : timeline.after(timeline.read(ORDER), Audience.STAFF, 0, 100)) {
      places.put(event.eventId().toString(), event.position().orElseThrow());
      Optional.ofNullable(places.get(event.metadata().causationId()))
          .ifPresent(cause -> assertThat(cause).isLessThan(event.position().orElseThrow()));
    }
    assertThat(timeline.after(timeline.read(ORDER), Audience.STAFF, 0, 100))
        .filteredOn(event -> places.containsKey(event.metadata().causationId()))
        .hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 17, 18, 19})
  void pages_of_any_size_show_everything_once(int size) {
    List<EventEnvelope> paged = new ArrayList<>();
    List<EventEnvelope> page;
    do {
      long passed = paged.isEmpty() ? 0 : paged.getLast().position().orElseThrow();
      page = timeline.after(timeline.read(ORDER), Audience.STAFF, passed, size);
      paged.addAll(page);
    } while (!page.isEmpty());
    assertThat(paged).isEqualTo(timeline.after(timeline.read(ORDER), Audience.STAFF, 0, 100));
  }

  @ParameterizedTest
  @EnumSource(Audience.class)
  void of_an_order_that_nobody_was_promised_there_is_nothing(Audience audience) {
    OrderTimeline.Read nobodys = timeline.read(new OrderId("nobody"));
    assertThat(timeline.ownerOf(nobodys)).isEmpty();
    assertThat(timeline.after(nobodys, audience, 0, 100)).isEmpty();
  }

  @Test
  void the_order_is_that_of_the_customer_whose_cart_it_was() {
    assertThat(timeline.ownerOf(timeline.read(ORDER))).contains(CartFixtures.ADA);
  }

  @Test
  void a_customer_is_not_told_how_the_shop_works() {
    EventEnvelope created = timeline.after(timeline.read(ORDER), Audience.STAFF, 0, 100).get(2);
    assertThat(TimelineEntry.of(created, Audience.STAFF))
        .isEqualTo(entry(created, Optional.of(cause(created)), Optional.of("CreateOrder")));
    assertThat(TimelineEntry.of(created, Audience.CUSTOMER))
        .isEqualTo(entry(created, Optional.empty(), Optional.empty()));
  }

  private static String cause(EventEnvelope event) {
    return event.metadata().causationId();
  }

  private static TimelineEntry entry(
      EventEnvelope event, Optional<String> cause, Optional<String> step) {
    return new TimelineEntry(
        event.position().orElseThrow(),
        event.eventId(),
        "OrderCreated",
        "Order",
        ORDER.value(),
        1,
        event.timestamp(),
        cause,
        step);
  }
}
