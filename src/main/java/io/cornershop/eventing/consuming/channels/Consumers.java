package io.cornershop.eventing.consuming.channels;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.ConsumingObserver;
import io.cornershop.eventing.consuming.ConsumingTraces;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.consuming.handling.HandlerDispatch;
import io.cornershop.eventing.consuming.handling.OtherLives;
import io.cornershop.eventing.consuming.health.RunningCalls;
import io.cornershop.eventing.consuming.health.WatchedHandler;
import io.cornershop.eventing.consuming.held.ChannelLetters;
import io.cornershop.eventing.consuming.held.FailurePolicy;
import io.cornershop.eventing.consuming.held.Failures;
import io.cornershop.eventing.consuming.held.GroupWatch;
import io.cornershop.eventing.consuming.held.HeldEvents;
import io.cornershop.eventing.consuming.held.OutageBrake;
import io.cornershop.eventing.consuming.history.StoredRecords;
import io.cornershop.eventing.consuming.lanes.KeyedLanes;
import io.cornershop.eventing.consuming.partitions.KafkaSide;
import io.cornershop.eventing.consuming.partitions.PolledRecords;
import io.cornershop.eventing.consuming.polling.ChannelSettings;
import io.cornershop.eventing.consuming.polling.Helm;
import io.cornershop.eventing.consuming.polling.Outlet;
import io.cornershop.eventing.consuming.polling.PollLoop;
import io.cornershop.eventing.consuming.reports.NodeReports;
import io.cornershop.eventing.consuming.steering.Wishes;
import io.cornershop.eventing.deadletters.DerivedRecords;
import io.cornershop.eventing.deadletters.LetterOffice;
import io.cornershop.eventing.deadletters.RetrySchedule;
import io.cornershop.eventing.events.EventTypes;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * All channels of this node. Channels are opened while the application is deployed, work between
 * {@link #start} and {@link #stop}, and tell their {@link #status} at any time. Thread-safe.
 */
public final class Consumers {

  /**
   * Where the threads come from.
   *
   * @param loops for one long-lived thread a channel, which blocks in Kafka's client: platform ones
   * @param lanes for the threads on which handlers run: virtual ones
   */
  public record Threads(ThreadFactory loops, ThreadFactory lanes) {}

  /** This node among all: the machine or pod, and the process. */
  private static final String NODE =
      Optional.ofNullable(System.getenv("HOSTNAME")).orElse("node")
          + "-"
          + ProcessHandle.current().pid();

  private final EventTypes types;
  private final Threads threads;
  private final Clock clock;
  private final Surroundings around;
  private final Function<ChannelSettings, KafkaSide> kafka;
  private final Reporter reporter;
  private final RetrySchedule schedule = new RetrySchedule(RandomGenerator.getDefault());
  private final HandlerNames names = new HandlerNames();
  private final Map<String, ConsumerChannel> channels = new ConcurrentSkipListMap<>();

  /**
   * What the channels share.
   *
   * @param wishes what operators want of the channels
   * @param stored what topics do not have any more
   * @param letters where it is held what cannot be handled
   * @param records where a record of each letter goes
   * @param brake when a channel pauses instead
   * @param observer is told how events fare
   * @param traces notes what becomes of each
   */
  public record Surroundings(
      Wishes wishes,
      StoredRecords stored,
      LetterOffice letters,
      DerivedRecords records,
      OutageBrake.Settings brake,
      ConsumingObserver observer,
      ConsumingTraces traces) {}

  /**
   * @param reports where the nodes tell each other how their channels are
   */
  public Consumers(
      EventTypes types, Threads threads, Clock clock, Surroundings around, NodeReports reports) {
    this.types = types;
    this.threads = threads;
    this.clock = clock;
    this.around = around;
    this.kafka = KafkaSettings::open;
    this.reporter = new Reporter(reports, NODE, clock, this::status);
  }

  /** Registers a channel; its outlet leads to {@link #accept}. */
  void open(ChannelSettings settings, Outlet outlet) {
    Helm helm = new Helm(around.wishes(), settings.channel());
    RunningCalls calls =
        new RunningCalls(settings.channel(), settings.stuckAfter(), System::nanoTime);
    Outlet braked = new BrakedOutlet(outlet, () -> isBraked(settings.channel()));
    PollLoop loop =
        new PollLoop(
            settings, kafka, new PollLoop.Surroundings(braked, helm, around.stored(), calls));
    channels.put(settings.channel(), new ConsumerChannel(settings, loop, calls));
  }

  private boolean isBraked(String channel) {
    return channels.get(channel).isBraked();
  }

  /**
   * Begins to poll.
   *
   * @param handlers all of the application
   * @throws IllegalArgumentException when a handler is for a channel that does not exist, or two of
   *     one channel have the same name
   */
  public void start(Collection<EventHandler> handlers) {
    HandlerNames.requireChannels(handlers, channels.keySet());
    channels.values().forEach(channel -> start(channel, handlers));
    threads.lanes().newThread(reporter::run).start();
  }

  private void start(ConsumerChannel channel, Collection<EventHandler> all) {
    String name = channel.settings().channel();
    List<EventHandler> handlers =
        all.stream()
            .filter(handler -> handler.group().equals(name))
            .map(handler -> WatchedHandler.of(handler, channel.calls()))
            .toList();
    names.add(name, handlers);
    KeyedLanes lanes = new KeyedLanes(threads.lanes(), channel.settings().parallelism());
    FailurePolicy policy = new FailurePolicy(RandomGenerator.getDefault());
    Failures failures =
        new Failures(
            policy,
            new HeldEvents(name, clock),
            new ChannelLetters(name, around.letters(), schedule, clock),
            new OutageBrake(name, around.brake(), lanes::busyKeys, System::nanoTime),
            new GroupWatch(around.observer(), around.traces(), channel.settings().group()));
    OtherLives others = new OtherLives(name, around.stored()::epoch);
    HandlerDispatch dispatch = new HandlerDispatch(handlers, types, lanes, failures, others);
    channel.start(new ConsumerChannel.Behind(lanes, dispatch, failures, around.records()), threads);
  }

  /** Takes what was polled for a channel; returns at once. */
  void accept(String channel, PolledRecords polled) {
    channels.get(channel).accept(polled);
  }

  /** Stops polling, finishes what is in flight within bounds, commits and leaves the groups. */
  public void stop() throws InterruptedException {
    reporter.stop();
    channels.values().forEach(ConsumerChannel::stop);
    for (ConsumerChannel channel : channels.values()) {
      channel.awaitStopped();
    }
  }

  /** The name of this node in its reports. */
  public String node() {
    return NODE;
  }

  /** Every channel as it is on this node now, by name. */
  public List<ConsumerStatus> status() {
    return channels.values().stream().map(ConsumerChannel::status).toList();
  }

  /** Whether letters may be for this consumer: a channel, or {@code <channel>/<handler>}. */
  public boolean has(String consumer) {
    return channels.containsKey(consumer) || names.has(consumer);
  }

  /**
   * Where the partitions of a topic end; none for a topic that the channel does not read.
   *
   * @throws io.cornershop.kernel.Unavailable when the broker does not answer
   */
  public Map<Integer, Long> ends(String channel, String topic) {
    ChannelSettings settings = channels.get(channel).settings();
    return settings.topics().contains(topic)
        ? TopicEnds.of(topic, KafkaSettings.consumer(settings))
        : Map.of();
  }

  /**
   * Why channels of this node cannot go on without a restart; none for an outage of Kafka or of the
   * database, which heals by itself.
   */
  public List<String> dead() {
    return Stream.concat(
            channels.values().stream().map(ConsumerChannel::dead), Stream.of(reporter.dead()))
        .flatMap(Optional::stream)
        .toList();
  }
}
