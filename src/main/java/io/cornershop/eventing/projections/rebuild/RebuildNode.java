package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.projections.RowUpdates;
import io.cornershop.eventing.projections.versions.KnownVersions;
import io.cornershop.eventing.projections.versions.RebuildJob;
import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import io.cornershop.eventing.projections.versions.ViewState;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.Reason;
import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * This node's part in the rebuilds: looks every now and then what has changed, takes a job that
 * nobody works at, and works at one at a time. {@link #look} is called by one thread; the work is
 * done by the executor.
 */
public final class RebuildNode {

  private static final Logger LOG = System.getLogger(RebuildNode.class.getName());

  private static final String ENGINE = "io.cornershop.";
  private static final String UNEXPECTED =
      "The code of the view has met an error that it does not expect; the log of the node that"
          + " worked at the rebuild tells more";

  private record Standstill(long revision, int polls) {}

  private final String name;
  private final RebuildParts parts;
  private final RebuildSettings settings;
  private final KnownVersions known;
  private final Map<String, RowUpdates<?>> views;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Map<String, Standstill> standstills = new HashMap<>();
  private volatile boolean stopping;

  /**
   * @param name of this node in this life, like no other
   * @param views those whose jobs this node takes
   */
  public RebuildNode(
      String name,
      RebuildParts parts,
      RebuildSettings settings,
      KnownVersions known,
      Collection<RowUpdates<?>> views) {
    this.name = name;
    this.parts = parts;
    this.settings = settings;
    this.known = known;
    this.views =
        views.stream()
            .collect(Collectors.toMap(view -> view.projection().name(), Function.identity()));
  }

  /**
   * Looks once, and has a job done if there is one to be taken.
   *
   * @throws Unavailable when the database does not answer
   */
  public void look(Executor worker) {
    List<ViewState> states = known.refresh();
    states.forEach(this::watch);
    states.stream()
        .filter(this::isForUs)
        .filter(this::isFree)
        .findFirst()
        .filter(state -> !stopping && busy.compareAndSet(false, true))
        .ifPresent(state -> take(state, worker));
  }

  /** Lets the job go at its next step; others take it. */
  public void stop() {
    stopping = true;
  }

  /** Whether it works at a job. */
  public boolean isBusy() {
    return busy.get();
  }

  private void watch(ViewState state) {
    standstills.merge(
        state.view(),
        new Standstill(state.revision(), 0),
        (before, now) ->
            before.revision() == now.revision()
                ? new Standstill(now.revision(), before.polls() + 1)
                : now);
  }

  private boolean isForUs(ViewState state) {
    return state
        .openJob()
        .filter(job -> job.status() == Status.RUNNING)
        .filter(job -> views.containsKey(state.view()))
        .filter(
            job -> job.order().target().fold() == views.get(state.view()).projection().version())
        .isPresent();
  }

  private boolean isFree(ViewState state) {
    String owner = state.job().map(RebuildJob::owner).orElse("");
    return owner.isEmpty()
        || owner.equals(name)
        || standstills.get(state.view()).polls() >= settings.pollsUntilTakeOver();
  }

  private void take(ViewState state, Executor worker) {
    ViewState taken = state.with(state.job().orElseThrow().ownedBy(name));
    try {
      if (parts.registry().save(taken)) {
        worker.execute(() -> workAt(taken));
        return;
      }
    } catch (Unavailable e) {
      LOG.log(Level.DEBUG, "Whether the job was taken, the next look tells: {0}", e.getMessage());
    }
    busy.set(false);
  }

  private void workAt(ViewState taken) {
    try (LogScope lines = LogScope.open(LogField.TASK, "rebuild of " + taken.view())) {
      LOG.log(Level.INFO, "The rebuild of {0} is worked at here", taken.view());
      workSafelyAt(taken);
    }
  }

  private void workSafelyAt(ViewState taken) {
    try {
      Claim claim = new Claim(parts.registry(), taken, settings.poll(), () -> stopping);
      work(claim, views.get(taken.view()));
      known.forget();
    } catch (ClaimLost e) {
      LOG.log(Level.INFO, "The rebuild of {0} failed after it was taken away", taken.view());
    } catch (Unavailable e) {
      LOG.log(Level.WARNING, "The rebuild of {0} waits for the database", taken.view());
    } finally {
      busy.set(false);
    }
  }

  private <V> void work(Claim claim, RowUpdates<V> updates) {
    String what = "The rebuild of " + updates.projection().name();
    try {
      ReplayFirewall.during(
          what,
          () -> {
            new RebuildRun<>(parts, settings, updates, claim).toEnd();
            return claim;
          });
    } catch (ClaimLost e) {
      LOG.log(Level.INFO, "{0} is no longer worked at here", what);
      parts.registry().find(claim.state().view()).ifPresent(parts::dropDead);
    } catch (Unavailable e) {
      // Taken up again at the next look, by this node or another.
      LOG.log(Level.WARNING, "{0} was interrupted: {1}", what, e.getMessage());
    } catch (RuntimeException | Error e) {
      // The boundary of the job: whatever it was, an operator must see it, and nothing else stops.
      LOG.log(Level.ERROR, "{0} has failed: {1}", what, Reason.trace(e));
      if (claim.isStillOurs()) {
        claim.save(job -> job.become(Status.FAILED, sentence(e)));
      }
    }
  }

  /** Failures of the engine are told in sentences; what a library or a view throws is not. */
  private static String sentence(Throwable failure) {
    boolean ours =
        failure.getClass().getName().startsWith(ENGINE)
            || failure.getClass() == IllegalStateException.class && failure.getCause() == null;
    return ours && failure.getMessage() != null ? failure.getMessage() : UNEXPECTED;
  }
}
