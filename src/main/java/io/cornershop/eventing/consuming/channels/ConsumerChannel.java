package io.cornershop.eventing.consuming.channels;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.channels.Consumers.Threads;
import io.cornershop.eventing.consuming.handling.HandlerDispatch;
import io.cornershop.eventing.consuming.handling.HeldWork;
import io.cornershop.eventing.consuming.health.RunningCalls;
import io.cornershop.eventing.consuming.held.Failures;
import io.cornershop.eventing.consuming.lanes.KeyedLanes;
import io.cornershop.eventing.consuming.partitions.PolledRecords;
import io.cornershop.eventing.consuming.polling.ChannelSettings;
import io.cornershop.eventing.consuming.polling.PollLoop;
import io.cornershop.eventing.deadletters.DerivedRecords;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One channel on this node: a poll loop, and once the application has started the lanes behind. */
final class ConsumerChannel {

  private static final Logger LOG = System.getLogger(ConsumerChannel.class.getName());

  private final ChannelSettings settings;
  private final PollLoop loop;
  private final RunningCalls calls;
  private volatile Optional<Behind> behind = Optional.empty();
  private volatile Optional<HeldWork> work = Optional.empty();

  /** What takes the records. */
  record Behind(
      KeyedLanes lanes, HandlerDispatch dispatch, Failures failures, DerivedRecords records) {}

  ConsumerChannel(ChannelSettings settings, PollLoop loop, RunningCalls calls) {
    this.settings = settings;
    this.loop = loop;
    this.calls = calls;
  }

  ChannelSettings settings() {
    return settings;
  }

  RunningCalls calls() {
    return calls;
  }

  void start(Behind records, Threads threads) {
    behind = Optional.of(records);
    HeldWork beside =
        new HeldWork(records.dispatch(), records.failures(), loop::owned, records.records());
    work = Optional.of(beside);
    if (settings.active()) {
      threads.lanes().newThread(beside::run).start();
      threads.loops().newThread(loop::run).start();
    }
  }

  void accept(PolledRecords polled) {
    behind.orElseThrow().dispatch().accept(polled);
  }

  /** Whether an outage keeps it from polling. */
  boolean isBraked() {
    return behind.filter(b -> b.failures().brake().isOn()).isPresent();
  }

  void stop() {
    work.ifPresent(HeldWork::stop);
    loop.stop();
  }

  /** Waits until what is in flight is drained and committed, within bounds. */
  void awaitStopped() throws InterruptedException {
    Duration bound = settings.drainTimeout().multipliedBy(4);
    if (settings.active() && behind.isPresent() && !loop.awaitStopped(bound)) {
      LOG.log(Level.WARNING, "The channel {0} does not stop in time", settings.channel());
    }
    if (behind.isPresent()) {
      behind.get().lanes().close(Duration.ZERO);
    }
  }

  ConsumerStatus status() {
    Optional<HandlerDispatch> dispatch = behind.map(Behind::dispatch);
    return loop.status(
        dispatch.map(HandlerDispatch::held).orElse(List.of()),
        dispatch.map(HandlerDispatch::passedOver).orElse(0L),
        dispatch.map(d -> d.others().passedOver()).orElse(0));
  }

  /** Why the channel cannot go on by itself, if so. */
  Optional<String> dead() {
    return loop.dead()
        .or(() -> work.flatMap(HeldWork::dead))
        .map(why -> settings.channel() + ": " + why);
  }
}
