package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.projections.versions.RebuildJob;
import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import io.cornershop.eventing.projections.versions.ViewRegistry;
import io.cornershop.eventing.projections.versions.ViewState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * A job in the hands of this node. Every write is a compare-and-set on the revision, so a node that
 * has lost the job, without knowing it yet, can write nothing. One thread.
 */
final class Claim {

  private final ViewRegistry registry;
  private final Duration beat;
  private final BooleanSupplier stopping;
  private ViewState state;
  private long written = System.nanoTime();

  /**
   * @param state in which this node is the owner
   * @param beat how often to give a sign of life
   * @param stopping whether the node wants to end
   */
  Claim(ViewRegistry registry, ViewState state, Duration beat, BooleanSupplier stopping) {
    this.registry = registry;
    this.state = state;
    this.beat = beat;
    this.stopping = stopping;
  }

  ViewState state() {
    return state;
  }

  RebuildJob job() {
    return state.job().orElseThrow();
  }

  /**
   * Changes the job.
   *
   * @throws ClaimLost when somebody else has, or this node ends
   */
  void save(UnaryOperator<RebuildJob> change) {
    save(state.with(change.apply(job())));
    if (stopping.getAsBoolean()) {
      release();
      throw new ClaimLost();
    }
  }

  /** Lets its version be read. */
  void flip() {
    save(state.flipped());
  }

  private void save(ViewState next) {
    if (!registry.save(next)) {
      throw new ClaimLost();
    }
    state = next;
    written = System.nanoTime();
  }

  /** Another node need not wait until this one is given up. */
  private void release() {
    if (job().status() == Status.RUNNING) {
      registry.save(state.with(job().ownedBy("")));
    }
  }

  /** Gives a sign of life when it is time to. */
  void beat() {
    if (System.nanoTime() - written >= beat.toNanos()) {
      save(UnaryOperator.identity());
    }
  }

  /** Waits, and gives signs of life. */
  void waitFor(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    long left = length.toNanos();
    while (left > 0) {
      LockSupport.parkNanos(Math.min(left, beat.toNanos()));
      beat();
      left = end - System.nanoTime();
    }
  }

  /** After an answer of the database that was not certain: whether the job is still this node's. */
  boolean isStillOurs() {
    String owner = job().owner();
    String id = job().order().id();
    Optional<ViewState> now =
        registry
            .find(state.view())
            .filter(
                found ->
                    found
                        .job()
                        .filter(job -> job.order().id().equals(id))
                        .filter(job -> job.owner().equals(owner))
                        .filter(job -> job.status() == Status.RUNNING)
                        .isPresent());
    now.ifPresent(found -> state = found);
    return now.isPresent();
  }
}
