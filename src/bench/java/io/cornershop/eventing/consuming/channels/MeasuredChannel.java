package io.cornershop.eventing.consuming.channels;

import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.ConsumingObserver;
import io.cornershop.eventing.consuming.ConsumingTraces;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.consuming.held.OutageBrake;
import io.cornershop.eventing.consuming.history.StoredRecords;
import io.cornershop.eventing.consuming.partitions.PolledRecords;
import io.cornershop.eventing.consuming.polling.ChannelSettings;
import io.cornershop.eventing.consuming.polling.Outlet;
import io.cornershop.eventing.consuming.reports.InMemoryNodeReports;
import io.cornershop.eventing.consuming.steering.InMemoryWishes;
import io.cornershop.eventing.deadletters.InMemoryDeadLetters;
import io.cornershop.eventing.deadletters.LetterOffices;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemoryPositionLog;
import io.cornershop.eventing.store.StoreLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A channel as the platform runs it, with the connector's usual settings, but for the runtime's
 * Reactive Messaging between poll loop and lanes. Nobody wishes anything of it.
 */
public final class MeasuredChannel implements AutoCloseable {

  /** How many lanes run at the same time. */
  public static final int PARALLELISM = 32;

  private static final int MAX_IN_FLIGHT = 512;

  private final Consumers consumers;

  private MeasuredChannel(Consumers consumers) {
    this.consumers = consumers;
  }

  /** Starts to handle what is on {@code topic}, as the only member of a group of its own. */
  public static MeasuredChannel start(
      EventTypes types, Map<String, Object> kafka, String topic, EventHandler handler) {
    return start(types, kafka, topic, handler, ConsumingObserver.NONE);
  }

  /** The same, telling {@code observer} of what it handles. */
  public static MeasuredChannel start(
      EventTypes types,
      Map<String, Object> kafka,
      String topic,
      EventHandler handler,
      ConsumingObserver observer) {
    EventStore store = new InMemoryEventStore(StoreLimits.USUAL, Clock.systemUTC());
    return start(types, kafka, topic, handler, new Source(store, observer, ConsumingTraces.NONE));
  }

  /**
   * Where the events of a topic come from.
   *
   * @param observer is told of what is handled
   * @param traces notes it
   */
  public record Source(EventStore store, ConsumingObserver observer, ConsumingTraces traces) {}

  /** The same, for what was published from a store. */
  public static MeasuredChannel start(
      EventTypes types,
      Map<String, Object> kafka,
      String topic,
      EventHandler handler,
      Source source) {
    return started(consumers(types, source), settings(kafka, topic, handler.group()), handler);
  }

  private static Consumers consumers(EventTypes types, Source source) {
    return new Consumers(
        types,
        new Consumers.Threads(
            Thread.ofPlatform().name("ours-poll").daemon().factory(),
            Thread.ofVirtual().name("ours-lane-", 0).factory()),
        Clock.systemUTC(),
        new Consumers.Surroundings(
            new InMemoryWishes(),
            new StoredRecords(source.store(), new InMemoryPositionLog(), types),
            LetterOffices.of(new InMemoryDeadLetters()),
            (letter, payload) -> {},
            OutageBrake.Settings.USUAL,
            source.observer(),
            source.traces()),
        new InMemoryNodeReports());
  }

  private static MeasuredChannel started(
      Consumers consumers, ChannelSettings settings, EventHandler handler) {
    consumers.open(settings, new Direct(consumers));
    consumers.start(List.of(handler));
    return new MeasuredChannel(consumers);
  }

  private static ChannelSettings settings(Map<String, Object> kafka, String topic, String channel) {
    return new ChannelSettings(
        channel,
        "bench-" + topic + "-" + System.nanoTime(),
        List.of(topic),
        true,
        MAX_IN_FLIGHT,
        PARALLELISM,
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofMinutes(1),
        KafkaSettings.with(kafka));
  }

  @Override
  public void close() throws InterruptedException {
    consumers.stop();
  }

  private record Direct(Consumers consumers) implements Outlet {
    @Override
    public boolean ready() {
      return true;
    }

    @Override
    public void emit(PolledRecords records) {
      consumers.accept(Channels.PROJECTIONS, records);
    }
  }
}
