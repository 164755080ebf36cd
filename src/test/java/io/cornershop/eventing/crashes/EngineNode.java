package io.cornershop.eventing.crashes;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.publishing.EventPublisher;
import io.cornershop.eventing.publishing.EventRelay;
import io.cornershop.eventing.publishing.Outbox;
import io.cornershop.eventing.publishing.RelaySettings;
import io.cornershop.eventing.publishing.RelaySignal;
import io.cornershop.eventing.publishing.RelayStatus.Condition;
import io.cornershop.eventing.publishing.topics.KafkaConnection;
import io.cornershop.eventing.publishing.topics.TopicSetup;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.mongo.MongoEventStore;
import io.cornershop.eventing.store.mongo.MongoPositionLog;
import io.cornershop.eventing.store.mongo.StoreSetup;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.Unavailable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * The engine of one node without a container: writers, store, relay. Tells on its output what it is
 * doing; ends when its input does.
 */
final class EngineNode {

  static final String BEGUN = "begun";
  static final String RELAY = "relay ";
  static final String WRITTEN = "written";
  static final String DATABASE = "cornershop";

  private static final int WRITERS = 3;
  private static final Duration SWEEP_INTERVAL = Duration.ZERO;
  private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

  private final NodeSettings settings;
  private final RelaySignal signal = new RelaySignal();
  private final FaultyPorts faulty;
  private final Clock clock;
  private final EventStore store;
  private final EventRelay relay;

  private EngineNode(NodeSettings settings, MongoDatabase database) {
    this.settings = settings;
    this.faulty = new FaultyPorts(settings.fault());
    this.clock = Clock.offset(Clock.tickMillis(ZoneOffset.UTC), settings.clockOffset());
    StoreSetup setup = new StoreSetup(database, true);
    this.store =
        faulty.of(
            new MongoEventStore(
                database, setup, StoreLimits.USUAL, clock, commitId -> signal.sweepSoon()));
    this.relay = relayOn(faulty.of(new MongoPositionLog(database, setup)));
  }

  private EventRelay relayOn(PositionLog log) {
    Map<String, Object> properties = new HashMap<>(FaultyProducer.properties(settings.fault()));
    properties.put("bootstrap.servers", settings.servers().kafka());
    if (settings.clockOffset().isZero()) {
      // whoever starts again under this name need not wait until its predecessor is given up
      properties.put("group.instance.id", settings.name());
    }
    KafkaConnection kafka = new KafkaConnection(properties);
    return new EventRelay(
        new Outbox(store, log, CounterFixtures.TYPES),
        signal,
        new TopicSetup(kafka, CounterFixtures.TYPES, 6, 1, StoreLimits.USUAL),
        new RelaySettings(
            kafka, new EventPublisher(kafka, CounterFixtures.TYPES), true, SWEEP_INTERVAL, clock),
        Thread.ofPlatform().daemon(true).factory());
  }

  /** Runs until its input ends. */
  public static void main(String[] arguments) throws IOException {
    NodeSettings settings = NodeSettings.parse(arguments);
    try (MongoClient client = MongoClients.create(settings.servers().mongo())) {
      EngineNode node = new EngineNode(settings, client.getDatabase(DATABASE));
      node.start();
      System.out.println(BEGUN);
      System.in.transferTo(System.err);
      node.relay.close();
    }
  }

  private void start() {
    CommandHandler handler =
        CounterFixtures.handlerOn(
            store,
            clock,
            commit -> {
              signal.accept(commit);
              settings.fault().reached(FaultPoint.BEFORE_ANSWER);
            });
    Journal journal = new Journal(settings.journal());
    List<Thread> writers =
        IntStream.range(0, WRITERS)
            .mapToObj(i -> settings.name() + "-" + i)
            .map(name -> new Writer(name, settings.commands(), handler, journal))
            .map(writer -> Thread.ofPlatform().daemon().start(writer))
            .toList();
    relay.start();
    Thread.ofPlatform().daemon().start(this::tellOfRelay);
    Thread.ofPlatform().daemon().start(() -> tellOfWriters(writers));
  }

  private static void tellOfWriters(List<Thread> writers) {
    try {
      for (Thread writer : writers) {
        writer.join();
      }
      System.out.println(WRITTEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tellOfRelay() {
    Condition last = Condition.JOINING;
    while (last != Condition.CLOSED) {
      Condition now = condition(last);
      if (now != last) {
        System.out.println(RELAY + now);
      }
      last = now;
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private Condition condition(Condition otherwise) {
    try {
      return relay.status().condition();
    } catch (Unavailable e) {
      return otherwise;
    }
  }
}
