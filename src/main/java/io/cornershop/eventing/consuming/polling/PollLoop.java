package io.cornershop.eventing.consuming.polling;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.ConsumerStatus.State;
import io.cornershop.eventing.consuming.health.LoopHealth;
import io.cornershop.eventing.consuming.health.RunningCalls;
import io.cornershop.eventing.consuming.history.StoredRecords;
import io.cornershop.eventing.consuming.partitions.Assignments;
import io.cornershop.eventing.consuming.partitions.KafkaSide;
import io.cornershop.eventing.consuming.partitions.PartitionProgress;
import io.cornershop.eventing.deadletters.HeldSequence.Home;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * One thread and one Kafka consumer of a channel. It goes on whatever happens: when the consumer or
 * the engine fails, it opens a new consumer after a while, from what was committed. Thread-safe.
 */
public final class PollLoop {

  private static final Logger LOG = System.getLogger(PollLoop.class.getName());
  private static final Duration FIRST_REOPENING = Duration.ofMillis(500);
  private static final int MOST_DOUBLINGS = 6;

  private final ChannelSettings settings;
  private final Function<ChannelSettings, KafkaSide> kafka;
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
  public record Surroundings(Outlet outlet, Helm helm, StoredRecords stored, RunningCalls calls) {}

  public PollLoop(
      ChannelSettings settings, Function<ChannelSettings, KafkaSide> kafka, Surroundings around) {
    this.settings = settings;
    this.kafka = kafka;
    this.around = around;
    this.state = settings.active() ? State.WAITING : State.INACTIVE;
  }

  /** The work of the loop's thread; returns some time after {@link #stop}. */
  public void run() {
    try (LogScope lines = LogScope.open(LogField.CONSUMER, settings.channel())) {
      pollUntilStopped();
    }
  }

  private void pollUntilStopped() {
    health.turned();
    LOG.log(
        Level.INFO,
        "{0} polls as {1}; should this node die, others take over after {2} ms",
        settings.channel(),
        settings.group(),
        String.valueOf(settings.kafka().get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)));
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
  public void stop() {
    stopping.countDown();
  }

  /** Waits after {@link #stop}; false when the loop goes on after {@code bound}. */
  public boolean awaitStopped(Duration bound) throws InterruptedException {
    return stopped.await(bound.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void runOnce() throws InterruptedException {
    try {
      poll();
    } catch (Throwable failure) {
      // Anything: a channel that ends silently is the one failure that nobody would see.
      lastError = Optional.of(Reason.line(failure));
      health.failed(failure);
      state = State.RECOVERING;
      LOG.log(
          Level.ERROR,
          "The channel {0} failed, it reopens: {1}",
          settings.channel(),
          Reason.trace(failure));
      stopping.await(untilReopened().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private Duration untilReopened() {
    return FIRST_REOPENING.multipliedBy(1L << Math.min(failuresInARow++, MOST_DOUBLINGS));
  }

  private void poll() {
    try (PollSession session =
        new PollSession(kafka.apply(settings), settings, around, healed::incrementAndGet)) {
      assignments = Optional.of(session.held());
      session.open();
      while (stopping.getCount() > 0) {
        session.turn();
        state = around.helm().paused() ? State.PAUSED : State.RUNNING;
        failuresInARow = 0;
        health.turned();
      }
      session.held().releaseAll();
    } finally {
      assignments = Optional.empty();
    }
  }

  /** The partitions that this node has at the moment. */
  public Map<Home, PartitionProgress> owned() {
    return assignments.map(Assignments::owned).orElse(Map.of());
  }

  /** Why the loop cannot go on by itself, if so. */
  public Optional<String> dead() {
    if (!settings.active() || stopping.getCount() == 0 || state == State.WAITING) {
      return Optional.empty();
    }
    Optional<String> stuck =
        around.calls().stuck().stream().findFirst().map(s -> s.handler() + " does not return");
    return state == State.STOPPED
        ? Optional.of("its thread has ended")
        : health.dead().or(() -> stuck);
  }

  /**
   * The channel as it is now.
   *
   * @param passedOver how many records were discarded before
   * @param ofOtherLives how many records are not of this life of the store
   */
  public ConsumerStatus status(
      List<ConsumerStatus.Held> heldKeys, long passedOver, long ofOtherLives) {
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
        passedOver,
        ofOtherLives,
        lastError);
  }
}
