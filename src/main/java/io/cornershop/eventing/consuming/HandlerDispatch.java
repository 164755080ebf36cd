package io.cornershop.eventing.consuming;

import io.cornershop.eventing.consuming.bulk.BulkLane;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventTypes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Brings what one channel polled to the handlers of its group, each in its own lanes. A record is
 * finished when all handlers that want it have handled it; one that nobody wants is finished at
 * once. Records have to come in the order of their partitions.
 */
final class HandlerDispatch {

  private final List<EventHandler> handlers;
  private final EventTypes types;
  private final KeyedLanes lanes;
  private final HandlerTask.Failures failures;
  private final Map<EventHandler, BulkLane<HandlerTask>> bulk;

  /**
   * @param handlers those of the channel's group
   */
  HandlerDispatch(
      Collection<EventHandler> handlers,
      EventTypes types,
      KeyedLanes lanes,
      HandlerTask.Failures failures) {
    this.handlers = List.copyOf(handlers);
    this.types = types;
    this.lanes = lanes;
    this.failures = failures;
    this.bulk =
        this.handlers.stream()
            .filter(BulkEventHandler.class::isInstance)
            .map(BulkEventHandler.class::cast)
            .collect(
                Collectors.toMap(
                    Function.identity(), handler -> BulkHandling.lane(handler, lanes)));
  }

  /** Puts the records into their lanes; returns at once. */
  void accept(PolledRecords polled) {
    polled.records().forEach(this::accept);
  }

  private void accept(Polled polled) {
    if (Arrival.typeHeader(polled.record()).filter(this::unwanted).isPresent()) {
      polled.finished();
      return;
    }
    Arrival arrival = Arrival.read(polled.record(), types);
    List<EventHandler> wanting = wanting(polled.record(), arrival);
    if (wanting.isEmpty()) {
      polled.finished();
      return;
    }
    Delivery delivery = new Delivery(polled, wanting.size());
    for (EventHandler handler : wanting) {
      submit(handler, arrival, delivery);
    }
  }

  private void submit(EventHandler handler, Arrival arrival, Delivery delivery) {
    LaneKey lane = new LaneKey(handler.name(), key(handler, arrival, delivery.polled()));
    HandlerTask task = new HandlerTask(handler, lane, arrival, delivery, failures);
    Optional.ofNullable(bulk.get(handler))
        .ifPresentOrElse(together -> together.submit(task), () -> lanes.submit(lane, task));
  }

  private boolean unwanted(String type) {
    return types.named(type).isPresent() && wanting(type).isEmpty();
  }

  /**
   * What this build does not know may be for any handler of a newer one, so it holds its key in all
   * of them: a later event must not overtake it.
   */
  private List<EventHandler> wanting(ConsumerRecord<String, byte[]> record, Arrival arrival) {
    Optional<String> type =
        arrival.envelope().map(e -> e.type().name()).or(() -> Arrival.typeHeader(record));
    return type.filter(name -> types.named(name).isPresent()).map(this::wanting).orElse(handlers);
  }

  private List<EventHandler> wanting(String type) {
    return handlers.stream().filter(handler -> handler.eventTypes().contains(type)).toList();
  }

  /** The handler's key; where the handler cannot say, that of the record, which is the stream's. */
  private static String key(EventHandler handler, Arrival arrival, Polled polled) {
    return arrival.envelope().map(e -> key(handler, e, polled)).orElseGet(() -> key(polled));
  }

  private static String key(EventHandler handler, EventEnvelope event, Polled polled) {
    try {
      return handler.keyOf(event);
    } catch (RuntimeException e) {
      // Handling it will most likely fail as well, and be judged there.
      return key(polled);
    }
  }

  private static String key(Polled polled) {
    return Optional.ofNullable(polled.record().key()).orElse("");
  }

  List<ConsumerStatus.Held> held() {
    return failures.held().all();
  }
}
