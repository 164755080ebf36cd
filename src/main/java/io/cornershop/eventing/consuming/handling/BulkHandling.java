package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.BulkEventHandler;
import io.cornershop.eventing.consuming.held.GroupWatch;
import io.cornershop.eventing.consuming.lanes.BulkLane;
import io.cornershop.eventing.consuming.lanes.Claim;
import io.cornershop.eventing.consuming.lanes.KeyedLanes;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.Reason;
import io.cornershop.kernel.Span;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a bulk handler's lane does with its work: events all by one call, or each in the lane of its
 * key, where failures are judged. Letters are tried in the lane of their key too, but never beside
 * a batch that has a later event of it. A batch takes one place among the running lanes.
 */
final class BulkHandling implements BulkLane.Work<HandlerWork> {

  /** How many events a handler gets at once. */
  static final int LARGEST = 256;

  private static final Logger LOG = System.getLogger(BulkHandling.class.getName());

  private final BulkEventHandler handler;
  private final KeyedLanes lanes;
  private final GroupWatch watch;
  private boolean failing;

  private BulkHandling(BulkEventHandler handler, KeyedLanes lanes, GroupWatch watch) {
    this.watch = watch;
    this.handler = handler;
    this.lanes = lanes;
  }

  static BulkLane<HandlerWork> lane(BulkEventHandler handler, KeyedLanes lanes, GroupWatch watch) {
    return new BulkLane<>(new BulkHandling(handler, lanes, watch), LARGEST);
  }

  @Override
  public Object keyOf(HandlerWork task) {
    return task.lane();
  }

  @Override
  public boolean joins(HandlerWork task) {
    return task.joinsOthers();
  }

  @Override
  public void begin(Runnable batches) {
    lanes.submit(this, new Batches(batches));
  }

  @Override
  public boolean together(List<HandlerWork> work) {
    // Nothing else ever joins.
    try (LogScope lines = LogScope.open(LogField.CONSUMER, handler.name())) {
      return handled(work.stream().map(HandlerTask.class::cast).toList());
    }
  }

  private boolean handled(List<HandlerTask> tasks) {
    Span span = watch.beginTogether(handler.name(), tasks.stream().map(HandlerTask::span).toList());
    try (Span.Present here = span.enter()) {
      handler.handleAll(tasks.stream().map(HandlerTask::event).toList());
    } catch (Throwable failure) {
      // Anything, errors included. Each event is tried alone now, and judged there.
      span.failed(failure.getClass().getSimpleName());
      report(tasks.size(), failure);
      return false;
    } finally {
      span.end();
    }
    failing = false;
    LOG.log(Level.DEBUG, () -> "%s has handled %d events".formatted(handler.name(), tasks.size()));
    tasks.forEach(HandlerTask::done);
    return true;
  }

  /** The first in a row is worth a line: a handler that fails only in bulk would be slow unseen. */
  private void report(int events, Throwable failure) {
    LOG.log(
        failing ? Level.DEBUG : Level.WARNING,
        "{0} failed with {1} events at once, they are handled one by one: {2}",
        handler.name(),
        events,
        Reason.line(failure));
    failing = true;
  }

  @Override
  public void alone(HandlerWork task, Runnable settled) {
    lanes.submit(task.lane(), new Alone(task, settled));
  }

  /** The batches that run one after the other; what they do about failures is their own matter. */
  private record Batches(Runnable work) implements KeyedLanes.Task {
    @Override
    public Optional<Duration> attempt() {
      work.run();
      return Optional.empty();
    }

    @Override
    public Claim claim() {
      return Claim.OURS;
    }

    @Override
    public boolean pause(Duration wait) {
      return false;
    }

    @Override
    public void drop() {
      // Is never dropped: it is always ours and is never tried again.
    }
  }

  /** A task in the lane of its key, which says when it is over. */
  private record Alone(HandlerWork task, Runnable settled) implements KeyedLanes.Task {
    @Override
    public Optional<Duration> attempt() {
      Optional<Duration> again = task.attempt();
      if (again.isEmpty()) {
        settled.run();
      }
      return again;
    }

    @Override
    public Claim claim() {
      return task.claim();
    }

    @Override
    public boolean pause(Duration wait) throws InterruptedException {
      return task.pause(wait);
    }

    @Override
    public void drop() {
      task.drop();
      settled.run();
    }
  }
}
