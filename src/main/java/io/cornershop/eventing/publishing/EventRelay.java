package io.cornershop.eventing.publishing;

import io.cornershop.eventing.publishing.RelayMembership.Place;
import io.cornershop.eventing.publishing.topics.TopicSetup;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Publishes every commit of the store to Kafka, on the one node that is the relay; on the others it
 * wakes that one and is ready to take over. Thread-safe.
 *
 * <p>It never gives up: while Kafka or the database does not answer it waits, says so once in the
 * log and always in its {@link #status}, and goes on by itself. It works in two threads of its own,
 * one for its membership in the relay group and one for everything else.
 */
public final class EventRelay implements AutoCloseable {

  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(12);

  private final Backlog backlog;
  private final RelaySignal signal;
  private final RelaySettings settings;
  private final ThreadFactory threads;
  private final RelayMembership membership;
  private final RelayWork work;
  private final ConditionLog condition = new ConditionLog();
  private final List<Thread> running = new ArrayList<>();

  /**
   * @param signal of this node; what it was told before the start is not lost
   * @param topics is asked to make the topics before this node takes part
   * @param threads makes the two threads
   */
  public EventRelay(
      Outbox outbox,
      RelaySignal signal,
      TopicSetup topics,
      RelaySettings settings,
      ThreadFactory threads) {
    this.backlog = new Backlog(outbox, settings.clock());
    this.signal = signal;
    this.settings = settings;
    this.threads = threads;
    this.membership =
        new RelayMembership(topics::ensure, settings.kafka()::relayGroupMember, signal);
    Destination destination = new Destination(outbox, topics);
    this.work = new RelayWork(destination, signal, settings, membership, condition);
  }

  /** Begins to work and returns at once, whether or not Kafka and the database answer. */
  public synchronized void start() {
    run("cornershop-relay", work);
    if (settings.takesPart()) {
      run("cornershop-relay-membership", membership);
    }
  }

  private void run(String name, Runnable task) {
    Thread thread = threads.newThread(() -> run(task));
    thread.setName(name);
    running.add(thread);
    thread.start();
  }

  private static void run(Runnable task) {
    try (LogScope lines = LogScope.open(LogField.TASK, "relay")) {
      task.run();
    }
  }

  /**
   * How far the relay is, as this node and the database know it.
   *
   * @throws Unavailable when the database does not answer
   */
  public RelayStatus status() {
    return new RelayStatus(
        membership.place() == Place.FIRST,
        condition.condition(),
        condition.detail(),
        backlog.look(),
        signal.size());
  }

  /** What this node's part of the relay is doing or waiting for; asks nobody. */
  public RelayStatus.Condition condition() {
    return condition.condition();
  }

  /** Why this node's part of the relay cannot go on by itself; none while it can. */
  public synchronized List<String> dead() {
    return running.stream()
        .filter(thread -> !thread.isAlive())
        .map(thread -> thread.getName() + " has ended")
        .toList();
  }

  /**
   * Publishes what waits on this node, as far as a few seconds allow, and leaves the group, so that
   * another node takes over at once. What remains is found by the next relay.
   */
  @Override
  public synchronized void close() {
    work.close();
    running.stream().findFirst().ifPresent(EventRelay::join);
    membership.close();
    running.forEach(EventRelay::join);
    running.clear();
  }

  private static void join(Thread thread) {
    try {
      if (!thread.join(LONGEST_CLOSE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
