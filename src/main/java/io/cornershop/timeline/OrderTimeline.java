package io.cornershop.timeline;

import io.cornershop.carts.CartEvent.CartCheckedOut;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.sagas.Errand;
import io.cornershop.eventing.sagas.SagaArchive;
import io.cornershop.eventing.sagas.SagaDefinitions;
import io.cornershop.eventing.sagas.SagaId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.OrderId;
import io.cornershop.orders.OrderEvent.OrderCreated;
import io.cornershop.orders.OrderEvent.OrderShipped;
import io.cornershop.shipments.ShipmentEvent.ParcelScanned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what has happened to an order. Cart, order and payment have the same id. The order is that
 * of the positions, in which a cause always comes before its effect: what reacts to an event reads
 * it from Kafka, where it is only after it has its position. Thread-safe.
 */
@ApplicationScoped
public class OrderTimeline {

  /** Who looks. */
  enum Audience {
    /** Sees cart, order, payment and parcels. */
    CUSTOMER,
    /** Sees also the stock and how the shop works. */
    STAFF
  }

  private static final String SAGA = "Saga";

  /** Read as whole streams. */
  private static final Set<String> OWN = Set.of("Cart", "Order", "Payment", "Shipment", SAGA);

  private final EventJson json;
  private final SagaDefinitions definitions;
  private final SagaArchive archive;
  private final PlacedStreams streams;

  /** For the CDI proxy. */
  protected OrderTimeline() {
    this(null, null, null, null, null);
  }

  @Inject
  public OrderTimeline(
      EventStore store,
      PositionLog log,
      EventJson json,
      SagaDefinitions definitions,
      SagaArchive archive) {
    this.json = json;
    this.definitions = definitions;
    this.archive = archive;
    this.streams = new PlacedStreams(store, log);
  }

  /** The streams that have the order's id and are short, read once for all that is asked. */
  record Read(OrderId order, List<Commit> cart, List<Commit> ordered) {}

  /**
   * Reads them.
   *
   * @throws io.cornershop.kernel.Unavailable when the store does not answer
   */
  Read read(OrderId order) {
    return new Read(
        order,
        streams.all(new StreamId("Cart", order.value())),
        streams.all(new StreamId("Order", order.value())));
  }

  /** Whose order it is; empty when nobody was promised one. */
  Optional<CustomerId> ownerOf(Read read) {
    return Stream.of(read.cart(), read.ordered())
        .flatMap(List::stream)
        .flatMap(commit -> commit.events().stream())
        .map(json::decode)
        .flatMap(event -> buyerIn(event).stream())
        .findFirst();
  }

  private static Optional<CustomerId> buyerIn(DomainEvent event) {
    return switch (event) {
      case CartCheckedOut e -> Optional.of(e.customerId());
      case OrderCreated e -> Optional.of(e.customerId());
      default -> Optional.empty();
    };
  }

  /**
   * Up to {@code max} events behind {@code position}, in order.
   *
   * @throws io.cornershop.kernel.Unavailable when the store does not answer
   */
  List<EventEnvelope> after(Read read, Audience audience, long position, int max) {
    OrderId order = read.order();
    List<Commit> checkOuts =
        read.cart().stream()
            .filter(commit -> commit.events().stream().anyMatch(OrderTimeline::isCheckOut))
            .toList();
    List<EventEnvelope> found =
        new ArrayList<>(streams.of(checkOuts, OrderTimeline::isCheckOut, position));
    found.addAll(streams.of(read.ordered(), event -> true, position));
    StreamId payment = new StreamId("Payment", order.value());
    found.addAll(streams.after(payment, event -> true, position, max));
    for (StreamId parcel : parcelsOf(read)) {
      found.addAll(streams.after(parcel, event -> isScanOf(order, event), position, max));
    }
    if (audience == Audience.STAFF) {
      sagasAbout(order).forEach(saga -> found.addAll(worked(saga, position, max)));
    }
    return found.stream()
        .sorted(Comparator.comparingLong(event -> event.position().orElseThrow()))
        .limit(max)
        .toList();
  }

  private static boolean isCheckOut(EventEnvelope event) {
    return event.type().name().equals("CartCheckedOut");
  }

  private List<StreamId> parcelsOf(Read read) {
    return read.ordered().stream()
        .flatMap(commit -> commit.events().stream())
        .filter(event -> event.type().name().equals("OrderShipped"))
        .map(event -> (OrderShipped) json.decode(event))
        .map(shipped -> new StreamId("Shipment", shipped.trackingNumber().value()))
        .toList();
  }

  /** A carrier may use a number again for somebody else's parcel. */
  private boolean isScanOf(OrderId order, EventEnvelope event) {
    return json.decode(event) instanceof ParcelScanned scan && scan.orderId().equals(order);
  }

  private List<SagaId> sagasAbout(OrderId order) {
    return definitions.about(order.value());
  }

  /** The events of a saga, and what it has led to in streams that are not the order's own. */
  private List<EventEnvelope> worked(SagaId saga, long position, int max) {
    List<EventEnvelope> found =
        new ArrayList<>(
            streams.after(new StreamId(SAGA, saga.value()), event -> true, position, max));
    List<Errand> commands =
        archive.commandsOf(archive.historyOf(saga)).stream()
            .filter(command -> !OWN.contains(command.commit().stream().aggregateType()))
            .toList();
    Set<UUID> caused =
        commands.stream()
            .flatMap(command -> command.events().stream())
            .map(EventEnvelope::eventId)
            .collect(Collectors.toSet());
    List<Commit> commits = commands.stream().map(Errand::commit).distinct().toList();
    Predicate<EventEnvelope> ours = event -> caused.contains(event.eventId());
    found.addAll(streams.of(commits, ours, position));
    return found;
  }
}
