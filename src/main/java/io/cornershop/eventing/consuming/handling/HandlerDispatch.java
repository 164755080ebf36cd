package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.BulkEventHandler;
import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.consuming.held.Failures;
import io.cornershop.eventing.consuming.lanes.BulkLane;
import io.cornershop.eventing.consuming.lanes.KeyedLanes;
import io.cornershop.eventing.consuming.lanes.LaneKey;
import io.cornershop.eventing.consuming.partitions.PartitionProgress;
import io.cornershop.eventing.consuming.partitions.Polled;
import io.cornershop.eventing.consuming.partitions.PolledRecords;
import io.cornershop.eventing.deadletters.SequenceId;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.kernel.Span;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings what one channel polled to the handlers of its group, each in its own lanes. A record is
 * finished when all handlers that want it have handled it; one that nobody wants is finished at
 * once. Records have to come in the order of their partitions.
 */
public final class HandlerDispatch {

  private final List<EventHandler> handlers;
  private final EventTypes types;
  private final KeyedLanes lanes;
  private final Failures failures;
  private final OtherLives others;
  private final Map<EventHandler, BulkLane<HandlerWork>> bulk;

  /**
   * @param handlers those of the channel's group
   * @param others which records are not of this life of the store
   */
  public HandlerDispatch(
      Collection<EventHandler> handlers,
      EventTypes types,
      KeyedLanes lanes,
      Failures failures,
      OtherLives others) {
    this.others = others;
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
                    Function.identity(),
                    handler -> BulkHandling.lane(handler, lanes, failures.watch())));
  }

  /** Puts the records into their lanes; returns at once. */
  public void accept(PolledRecords polled) {
    polled.records().forEach(this::accept);
  }

  private void accept(Polled polled) {
    if (!Arrival.misplaced(polled.record(), types)
        && Arrival.typeHeader(polled.record()).filter(this::unwanted).isPresent()) {
      polled.finished();
      return;
    }
    Arrival arrival = Arrival.read(polled.record(), types);
    LaneKey first =
        LaneKey.ofPartition(polled.record().topic() + "-" + polled.record().partition());
    if (failures.letters().isLoadedFor(polled.partition()) && !lanes.isBusy(first)) {
      route(arrival, polled);
    } else {
      lanes.submit(first, new LoadTask(first, arrival, polled, this, failures));
    }
  }

  /** Leads a record to its handlers, or behind what is held of its key; returns at once. */
  void route(Arrival arrival, Polled polled) {
    LaneKey lane = LaneKey.ofRecords(recordKey(polled));
    boolean held =
        lanes.isBusy(lane)
            || failures.letters().keys().holds(failures.letters().recordSequence(lane.key()))
            || failures
                .letters()
                .givenUp()
                .contains(RecordTask.record(arrival, polled, lane, failures));
    if (arrival instanceof Arrival.Readable r && !held && !others.wrote(polled)) {
      deliver(r, polled);
    } else {
      lanes.submit(lane, new RecordTask(lane, arrival, polled, this, failures));
    }
  }

  /** Puts an event into the lanes of all handlers that want it; returns at once. */
  void deliver(Arrival.Readable arrival, Polled polled) {
    deliver(arrival, polled, handled -> settle(polled, handled));
  }

  private static void settle(Polled polled, boolean handled) {
    if (handled) {
      polled.finished();
    } else {
      polled.dropped();
    }
  }

  /** The same, telling {@code settled} when all of them have. */
  void deliver(Arrival.Readable arrival, Polled polled, Delivery.Settled settled) {
    List<EventHandler> wanting = wanting(arrival.event().type().name());
    if (wanting.isEmpty()) {
      settled.settled(true);
      return;
    }
    Span span = failures.watch().begin(arrival.event(), polled.record());
    Runnable consumed = watched(arrival.event(), polled);
    Delivery delivery = new Delivery(polled, wanting.size(), settled, consumed, span);
    for (EventHandler handler : wanting) {
      submit(handler, arrival, delivery);
    }
  }

  private Runnable watched(EventEnvelope event, Polled polled) {
    long since = System.nanoTime();
    return () -> failures.watch().consumed(event.type().name(), polled.record().topic(), since);
  }

  private void submit(EventHandler handler, Arrival.Readable arrival, Delivery delivery) {
    LaneKey lane = new LaneKey(handler.name(), key(handler, arrival, delivery.polled()));
    submit(handler, new HandlerTask(handler, lane, arrival, delivery, failures));
  }

  private void submit(EventHandler handler, HandlerWork work) {
    Optional.ofNullable(bulk.get(handler))
        .ifPresentOrElse(together -> together.submit(work), () -> lanes.submit(work.lane(), work));
  }

  private boolean unwanted(String type) {
    return types.named(type).isPresent() && wanting(type).isEmpty();
  }

  private List<EventHandler> wanting(String type) {
    return handlers.stream().filter(handler -> handler.eventTypes().contains(type)).toList();
  }

  /** The handler's key; where the handler cannot say, that of the record, which is the stream's. */
  private static String key(EventHandler handler, Arrival.Readable arrival, Polled polled) {
    try {
      return handler.keyOf(arrival.event());
    } catch (RuntimeException e) {
      // Handling it will most likely fail as well, and be judged there.
      return recordKey(polled);
    }
  }

  /** The record's key; a record without one stands alone, and nothing waits behind it. */
  private static String recordKey(Polled polled) {
    return Optional.ofNullable(polled.record().key()).orElseGet(polled::place);
  }

  /**
   * Tries the letters of a sequence, in its lane; returns at once.
   *
   * @param ended is run once, when that is over
   * @return false when the sequence is of a handler that this build does not have
   */
  boolean drain(SequenceId id, PartitionProgress home, Runnable ended) {
    if (id.ofRecords()) {
      Trial trial = new RecordTrial(this, types, home);
      lanes.submit(LaneKey.ofRecords(id.key()), new DrainTask(id, home, trial, failures, ended));
      return true;
    }
    Optional<EventHandler> handler =
        handlers.stream()
            .filter(h -> failures.letters().sequence(h.name(), id.key()).equals(id))
            .findFirst();
    handler.ifPresent(
        h ->
            submit(
                h,
                new DrainTask(
                    id, home, new HandlerTrial(h, types, failures.watch()), failures, ended)));
    return handler.isPresent();
  }

  /** How many records were passed over because their letters were discarded. */
  public long passedOver() {
    return failures.letters().givenUp().passedOver();
  }

  /** Which records are not of this life of the store. */
  public OtherLives others() {
    return others;
  }

  public List<ConsumerStatus.Held> held() {
    return failures.held().all();
  }
}
