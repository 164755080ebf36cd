package io.cornershop.eventing.consuming;

import io.cornershop.eventing.consuming.ConsumerStatus.State;
import io.cornershop.eventing.consuming.history.StoredRecords;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * One thread and one Kafka consumer of a channel. It goes on whatever happens: when the consumer or
 * the engine fails, it opens a new consumer after a while, from what was committed. Thread-safe.
 */
final class PollLoop {

  private static final Logger LOG = System.getLogger(PollLoop.class.getName());
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration POLL_WHEN_FULL = Duration.ofMillis(20);
  private static final Duration FIRST_REOPENING = Duration.ofMillis(500);
  private static final int MOST_DOUBLINGS = 6;

  private final ChannelSettings settings;
  private final Function<ChannelSettings, Consumer<String, byte[]>> kafka;
  private final Surroundings around;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Optional<Assignments> assignments = Optional.empty();
  private volatile Optional<String> lastError = Optional.empty();
  private final AtomicInteger healed = new AtomicInteger();
  private final LoopHealth health = new LoopHealth(System::nanoTime);
  private volatile State state;
  private int failuresInARow;

  /**
   * What a loop works with.
   *
   * @param helm what operators want of the channel
   * @param stored what the topics do not have any more
   * @param calls those that the channel's handlers run
   */
  record Surroundings(Outlet outlet, Helm helm, StoredRecords stored, RunningCalls calls) {}

  PollLoop(
      ChannelSettings settings,
      Function<ChannelSettings, Consumer<String, byte[]>> kafka,
      Surroundings around) {
    this.settings = settings;
    this.kafka = kafka;
    this.around = around;
    this.state = settings.active() ? State.WAITING : State.INACTIVE;
  }

  /** The work of the loop's thread; returns some time after {@link #stop}. */
  void run() {
    health.turned();
    try {
      while (stopping.getCount() > 0) {
        runOnce();
      }
    } catch (InterruptedException e) {
      LOG.log(Level.WARNING, "The channel {0} was interrupted", settings.channel());
      Thread.currentThread().interrupt();
    } finally {
      state = State.STOPPED;
      stopped.countDown();
    }
  }

  /** Asks the loop to stop polling, drain, commit and close. */
  void stop() {
    stopping.countDown();
  }

  /** Waits after {@link #stop}; false when the loop goes on after {@code bound}. */
  boolean awaitStopped(Duration bound) throws InterruptedException {
    return stopped.await(bound.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void runOnce() throws InterruptedException {
    try {
      poll();
    } catch (Throwable failure) {
      // Anything: a channel that ends silently is the one failure that nobody would see.
      lastError = Optional.of(failure.toString());
      health.failed(failure);
      state = State.RECOVERING;
      LOG.log(Level.ERROR, "The channel " + settings.channel() + " failed, it reopens", failure);
      stopping.await(untilReopened().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private Duration untilReopened() {
    return FIRST_REOPENING.multipliedBy(1L << Math.min(failuresInARow++, MOST_DOUBLINGS));
  }

  private void poll() {
    Consumer<String, byte[]> consumer = kafka.apply(settings);
    Assignments held =
        new Assignments(
            consumer,
            settings.drainTimeout(),
            new Replays(around.stored()),
            healed::incrementAndGet);
    try {
      assignments = Optional.of(held);
      consumer.subscribe(settings.topics(), held);
      state = State.RUNNING;
      long committedAt = System.nanoTime();
      while (stopping.getCount() > 0) {
        turn(consumer, held);
        committedAt = commitWhenDue(held, committedAt);
        failuresInARow = 0;
        health.turned();
      }
      held.releaseAll();
    } finally {
      held.forgetAll();
      assignments = Optional.empty();
      consumer.close(CloseOptions.timeout(settings.drainTimeout()));
    }
  }

  private void turn(Consumer<String, byte[]> consumer, Assignments held) {
    steer(held);
    boolean full = !around.outlet().ready() || settings.full(held.inFlight());
    boolean stopped = full || around.helm().paused();
    held.flow(stopped);
    List<Polled> records = new ArrayList<>(held.accept(consumer.poll(patience(held, full))));
    if (!stopped && !settings.full(held.inFlight())) {
      records.addAll(held.fromHistory(settings.pollSize()));
    }
    if (!records.isEmpty()) {
      around.outlet().emit(new PolledRecords(records));
    }
  }

  private void steer(Assignments held) {
    around.helm().follow();
    state = around.helm().paused() ? State.PAUSED : State.RUNNING;
    try {
      held.carryOut(around.helm());
    } catch (Unavailable e) {
      // The wish stays, the next turn tries again.
      LOG.log(Level.DEBUG, "A seek of {0} waits: {1}", settings.channel(), e.getMessage());
    }
  }

  private static Duration patience(Assignments held, boolean full) {
    if (held.readsHistory() && !full) {
      return Duration.ZERO;
    }
    return full ? POLL_WHEN_FULL : POLL;
  }

  private long commitWhenDue(Assignments held, long committedAt) {
    long now = System.nanoTime();
    if (now - committedAt < settings.commitInterval().toNanos()) {
      return committedAt;
    }
    held.commit();
    around.calls().report();
    return now;
  }

  /** Why the loop cannot go on by itself, if so. */
  Optional<String> dead() {
    if (!settings.active() || stopping.getCount() == 0 || state == State.WAITING) {
      return Optional.empty();
    }
    Optional<String> stuck =
        around.calls().stuck().stream().findFirst().map(s -> s.handler() + " does not return");
    return state == State.STOPPED
        ? Optional.of("its thread has ended")
        : health.dead().or(() -> stuck);
  }

  ConsumerStatus status(List<ConsumerStatus.Held> heldKeys) {
    Optional<Assignments> now = assignments;
    return new ConsumerStatus(
        settings.channel(),
        settings.group(),
        state,
        now.map(Assignments::status).orElse(List.of()),
        now.map(Assignments::inFlight).orElse(0),
        heldKeys,
        around.calls().stuck(),
        healed.get(),
        lastError);
  }
}
