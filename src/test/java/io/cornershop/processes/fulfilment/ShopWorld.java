package io.cornershop.processes.fulfilment;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.sagas.SagaRunner;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.timers.InMemoryTimers;
import io.cornershop.eventing.timers.Timer;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.Unavailable;
import io.cornershop.payments.domain.Payment;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Two nodes over one store, and the outside world, in an order that a seed decides: events come
 * stream by stream in order, else in any order, also twice; nodes die between any two calls of the
 * store and work at the same time; timers fire at any time.
 */
final class ShopWorld {

  private static final int TWICE_ONE_IN = 8;
  private static final int TIMER_ONE_IN = 40;

  /** Somebody who handles the events of each stream in order. */
  private record Reader(String name, Set<String> eventTypes, Map<Object, Integer> read) {}

  private final Random random;
  private final boolean generous;
  private final Clock clock = Clock.fixed(Instant.parse("2026-03-08T12:00:00Z"), ZoneOffset.UTC);
  private final InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, clock);
  private final InMemoryTimers timers = new InMemoryTimers();
  private final Map<Object, List<EventEnvelope>> streams = new HashMap<>();
  private final List<Object> streamIds = new ArrayList<>();
  private final Interleaved trouble;
  private final List<ShopNode> nodes;
  private final PaymentProvider provider;
  private final List<Reader> readers;
  private Optional<ShopNode> busy = Optional.empty();
  final ShopNode quiet;

  ShopWorld(long seed) {
    this(seed, false);
  }

  /**
   * @param generous whether the provider approves everything, and nobody loses patience
   */
  ShopWorld(long seed, boolean generous) {
    this.generous = generous;
    random = new Random(seed);
    trouble = new Interleaved(random, this::quietly, this::published);
    nodes =
        List.of(
            new ShopNode(trouble.of(store), timers, clock),
            new ShopNode(trouble.of(store), timers, clock));
    Interleaved calm = new Interleaved(random, () -> {}, this::published);
    calm.calm();
    quiet = new ShopNode(calm.of(store), timers, clock);
    provider = new PaymentProvider(seed, generous, this::payment);
    readers =
        List.of(
            new Reader("fulfilment", quiet.fulfilment.eventTypes(), new HashMap<>()),
            new Reader("returns", quiet.returns.eventTypes(), new HashMap<>()),
            new Reader("provider", Set.of(), new HashMap<>()));
  }

  private void published(Commit commit) {
    if (!streams.containsKey(commit.stream())) {
      streamIds.add(commit.stream());
    }
    streams.computeIfAbsent(commit.stream(), id -> new ArrayList<>()).addAll(commit.events());
  }

  private Payment payment(PaymentId id) {
    return (Payment) quiet.state("Payment", id.value());
  }

  /** Everything that has happened. */
  List<EventEnvelope> events() {
    return streamIds.stream().flatMap(id -> streams.get(id).stream()).toList();
  }

  List<Timer> liveTimers() {
    return timers.all();
  }

  /** Somebody asks for something; what the business refuses is an answer. */
  void ask(Command command, String key) {
    try {
      quiet.handle(command, key);
    } catch (Rejected | NotFound e) {
      // whoever asks too early or too late is told so
    }
  }

  /** Goes on by one event or timer. */
  boolean goOn() {
    Reader reader = readers.get(random.nextInt(readers.size()));
    List<Object> open = streamIds.stream().filter(id -> isOpen(reader, id)).toList();
    if (open.isEmpty() || !generous && random.nextInt(TIMER_ONE_IN) == 0) {
      return generous && isAnyOpen() || fireAny() || isAnyOpen();
    }
    deliver(reader, open.get(random.nextInt(open.size())));
    return true;
  }

  private boolean isAnyOpen() {
    return readers.stream()
        .anyMatch(reader -> streamIds.stream().anyMatch(id -> isOpen(reader, id)));
  }

  private boolean isOpen(Reader reader, Object stream) {
    return reader.read().getOrDefault(stream, 0) < streams.get(stream).size();
  }

  private void deliver(Reader reader, Object stream) {
    int index = reader.read().getOrDefault(stream, 0);
    EventEnvelope event = streams.get(stream).get(index);
    try {
      handle(reader, event);
    } catch (Unavailable e) {
      return;
    }
    if (random.nextInt(TWICE_ONE_IN) > 0) {
      reader.read().merge(stream, index + 1, Math::max);
    }
  }

  private void handle(Reader reader, EventEnvelope event) {
    atWork(node -> handle(node, reader, event));
  }

  private void handle(ShopNode node, Reader reader, EventEnvelope event) {
    if (reader.name().equals("provider")) {
      if (PaymentProvider.wants(event)) {
        provider
            .answer(ShopNode.JSON.decode(event))
            .ifPresent(answer -> node.handle(answer, "provider" + event.eventId()));
      }
    } else if (reader.eventTypes().contains(event.type().name())) {
      runner(node, reader.name().equals("fulfilment")).handle(event);
    }
  }

  /** Meanwhile the other node may go on, on the same thread; this one would wait for itself. */
  private void atWork(Consumer<ShopNode> work) {
    Optional<ShopNode> before = busy;
    List<ShopNode> free = nodes.stream().filter(node -> !before.equals(Optional.of(node))).toList();
    ShopNode node = free.get(random.nextInt(free.size()));
    busy = Optional.of(node);
    try {
      work.accept(node);
    } finally {
      busy = before;
    }
  }

  private static SagaRunner<?> runner(ShopNode node, boolean fulfilment) {
    return fulfilment ? node.fulfilment : node.returns;
  }

  private boolean fireAny() {
    List<Timer> set = timers.all();
    if (set.isEmpty()) {
      return false;
    }
    Timer timer = set.get(random.nextInt(set.size()));
    try {
      atWork(node -> runner(node, timer.kind().equals("order-fulfilment")).fire(timer));
    } catch (Unavailable e) {
      return true;
    }
    if (random.nextInt(TWICE_ONE_IN) > 0) {
      timers.remove(timer);
    }
    return true;
  }

  /** What other nodes do while one is at work; that one of them dies is their own affair. */
  private void quietly() {
    for (int i = random.nextInt(4); i > 0; i--) {
      try {
        goOn();
      } catch (Unavailable e) {
        return;
      }
    }
  }

  /** Lets nothing go wrong any more. */
  void calm() {
    trouble.calm();
  }
}
