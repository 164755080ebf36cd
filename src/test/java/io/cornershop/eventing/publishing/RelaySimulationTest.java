package io.cornershop.eventing.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.publishing.UnreliableStore.Reliability;
import io.cornershop.kernel.Unavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three nodes that take each other's place, or believe to have it when they do not, on a database
 * that fails before and after writing, and a Kafka that refuses records; each seed is one history.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RelaySimulationTest {

  private static final int NODES = 3;
  private static final int STEPS = 400;
  private static final int MOST_WIRES = 6;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void first_occurrences_are_complete_and_in_order_whatever_fails(long seed) {
    World world = new World(new Random(seed));
    for (int step = 0; step < STEPS; step++) {
      world.somethingHappens();
    }
    world.heal();

    assertThat(world.firstOccurrences()).isEqualTo(world.stored());
    assertThat(world.shop.log.head().number()).isEqualTo(world.written);
    assertThat(world.shop.log.published()).isEqualTo(world.written);
    assertThat(world.shop.store.findPending(1)).isEmpty();
  }

  /** A producer whose records arrive when they are acknowledged, or late, after it was given up. */
  private static final class Wire {
    private final MockProducer<String, byte[]> producer =
        new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private int arrived;
    private boolean refused;

    /** The next record arrives, unless one was refused: the broker takes nothing behind a gap. */
    Optional<ProducerRecord<String, byte[]>> deliver() {
      List<ProducerRecord<String, byte[]>> handedOver = producer.history();
      if (refused || arrived == handedOver.size()) {
        return Optional.empty();
      }
      ProducerRecord<String, byte[]> next = handedOver.get(arrived);
      arrived++;
      producer.completeNext();
      return Optional.of(next);
    }

    void refuse() {
      if (!refused && arrived < producer.history().size()) {
        refused = true;
        producer.errorNext(new InvalidTopicException());
      }
    }
  }

  private static final class World {
    private final CounterShop shop = new CounterShop("counters");
    private final Random random;
    private final Reliability reliability;
    private final List<RelaySignal> signals = new ArrayList<>();
    private final List<Optional<RelayTerm>> terms = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private final Map<String, Set<Long>> arrivals = new TreeMap<>();
    private long written;

    World(Random random) {
      this.random = random;
      this.reliability = new Reliability(random);
      for (int node = 0; node < NODES; node++) {
        signals.add(new RelaySignal());
        terms.add(Optional.empty());
      }
    }

    void somethingHappens() {
      int node = random.nextInt(NODES);
      switch (random.nextInt(20)) {
        case 0 -> takeOver(node);
        case 1 -> wires.forEach(wire -> maybe(3, wire::refuse));
        case 2, 3, 4, 5 -> write(node);
        case 6, 7, 8, 9, 10 -> wires.forEach(wire -> maybe(2, () -> deliver(wire)));
        default -> step(node);
      }
    }

    private void maybe(int oneIn, Runnable action) {
      if (random.nextInt(oneIn) == 0) {
        action.run();
      }
    }

    /** The others may go on for a while. */
    private void takeOver(int node) {
      Outbox outbox =
          new Outbox(
              UnreliableStore.of(shop.store, reliability),
              UnreliableStore.of(shop.log, reliability),
              shop.types);
      terms.get(node).ifPresent(RelayTerm::abandon);
      terms.set(
          node,
          Optional.of(
              new RelayTerm(
                  outbox, signals.get(node), this::publisher, Duration.ZERO, () -> true)));
    }

    private Publication publisher(long acknowledged) {
      Wire wire = new Wire();
      wires.add(wire);
      if (wires.size() > MOST_WIRES) {
        wires.removeFirst();
      }
      return new Publication(
          wire.producer,
          new EventRecords(shop.types, "epoch-1"),
          acknowledged,
          () -> {},
          PublishingObserver.NONE);
    }

    /** A wake-up can reach any node, twice, late, or nobody. */
    private void write(int node) {
      written++;
      shop.count(
          "counter-" + random.nextInt(4),
          1 + random.nextInt(3),
          commit -> {
            maybe(2, () -> signals.get(node).accept(commit));
            maybe(2, () -> signals.get(random.nextInt(NODES)).accept(commit.id()));
          });
    }

    private void step(int node) {
      try {
        terms.get(node).ifPresent(RelayTerm::step);
      } catch (Unavailable | RelaySetback e) {
        // the next step begins again
      }
    }

    private void deliver(Wire wire) {
      wire.deliver()
          .ifPresent(
              record ->
                  arrivals
                      .computeIfAbsent(record.key(), key -> new LinkedHashSet<>())
                      .add(sequenceOf(record)));
    }

    /** Everything works again, and one node takes over for good. */
    void heal() {
      reliability.heal();
      takeOver(0);
      boolean busy = true;
      while (busy) {
        busy = terms.getFirst().orElseThrow().step();
        Wire last = wires.getLast();
        while (last.arrived < last.producer.history().size()) {
          deliver(last);
          busy = true;
        }
      }
      terms.getFirst().orElseThrow().note();
    }

    Map<String, List<Long>> firstOccurrences() {
      return arrivals.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
    }

    Map<String, List<Long>> stored() {
      Map<String, List<Long>> stored = new TreeMap<>();
      shop.log
          .readAfter(0, Integer.MAX_VALUE)
          .forEach(
              entry ->
                  shop.store
                      .readAll(List.of(entry.commitId()))
                      .getFirst()
                      .events()
                      .forEach(
                          event ->
                              stored
                                  .computeIfAbsent(
                                      event.stream().aggregateId(), key -> new ArrayList<>())
                                  .add(event.sequence())));
      stored.values().forEach(s -> assertThat(s).isEqualTo(gapless(s.size())));
      return stored;
    }

    private static List<Long> gapless(int last) {
      return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static Long sequenceOf(ProducerRecord<String, byte[]> record) {
      byte[] header = record.headers().lastHeader("sequence").value();
      return Long.valueOf(new String(header, StandardCharsets.UTF_8));
    }
  }
}
