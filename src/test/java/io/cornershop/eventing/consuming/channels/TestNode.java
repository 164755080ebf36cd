package io.cornershop.eventing.consuming.channels;

import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.ConsumingObserver;
import io.cornershop.eventing.consuming.ConsumingTraces;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.consuming.channels.Consumers.Threads;
import io.cornershop.eventing.consuming.held.OutageBrake;
import io.cornershop.eventing.consuming.partitions.PolledRecords;
import io.cornershop.eventing.consuming.polling.ChannelSettings;
import io.cornershop.eventing.consuming.polling.Outlet;
import io.cornershop.eventing.consuming.reports.InMemoryNodeReports;
import io.cornershop.eventing.deadletters.DeadLetters;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A node of the platform, reduced to one channel of the engine. */
final class TestNode {

  private static final int MAX_IN_FLIGHT = 512;
  private static final int PARALLELISM = 32;

  private final Consumers consumers;

  private TestNode(Backing backing) {
    this.consumers =
        new Consumers(
            backing.types(),
            new Threads(Thread.ofPlatform().daemon().factory(), Thread.ofVirtual().factory()),
            Clock.systemUTC(),
            new Consumers.Surroundings(
                backing.wishes(),
                backing.stored(),
                backing.letters(),
                (letter, payload) -> {},
                OutageBrake.Settings.USUAL,
                ConsumingObserver.NONE,
                ConsumingTraces.NONE),
            new InMemoryNodeReports());
  }

  /** Starts to handle what is on {@code topic}, as a member of its group. */
  static TestNode start(String bootstrapServers, TestTopic topic, EventHandler handler) {
    return start(bootstrapServers, topic, handler, Backing.empty());
  }

  static TestNode start(
      String bootstrapServers, TestTopic topic, EventHandler handler, Backing backing) {
    return start(bootstrapServers, topic.name(), topic.group(), handler, backing);
  }

  /** The same, holding what cannot be handled where other nodes see it. */
  static TestNode start(
      String bootstrapServers, TestTopic topic, EventHandler handler, DeadLetters letters) {
    return start(bootstrapServers, topic, handler, Backing.empty().with(letters));
  }

  static TestNode start(
      String bootstrapServers, String topic, String group, EventHandler handler, Backing backing) {
    TestNode node = new TestNode(backing);
    ChannelSettings settings =
        new ChannelSettings(
            Channels.PROJECTIONS,
            group,
            List.of(topic),
            true,
            MAX_IN_FLIGHT,
            PARALLELISM,
            Duration.ofMillis(200),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            KafkaSettings.with(Map.of("bootstrap.servers", bootstrapServers)));
    node.consumers.open(settings, node.outlet());
    node.consumers.start(List.of(handler));
    return node;
  }

  private Outlet outlet() {
    return new Outlet() {
      @Override
      public boolean ready() {
        return true;
      }

      @Override
      public void emit(PolledRecords records) {
        consumers.accept(Channels.PROJECTIONS, records);
      }
    };
  }

  ConsumerStatus status() {
    return consumers.status().getFirst();
  }

  /** Does {@code work} while the node runs, then stops it in order. */
  void during(Runnable work) {
    try {
      work.run();
    } finally {
      stop();
    }
  }

  /** Stops in order. */
  void stop() {
    try {
      consumers.stop();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
