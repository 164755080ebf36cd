package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.versions.FlipWhen;
import io.cornershop.eventing.projections.versions.RebuildJob;
import io.cornershop.eventing.projections.versions.RebuildJob.Phase;
import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import io.cornershop.eventing.projections.versions.RebuildOrder;
import io.cornershop.eventing.projections.versions.RebuildOrder.Kind;
import io.cornershop.eventing.projections.versions.Version;
import io.cornershop.eventing.projections.versions.ViewState;
import io.cornershop.eventing.projections.versions.ViewState.Former;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What operators may ask of the views. Each wish is one compare-and-set on the state of the view;
 * the node that works at the job meets it at its next step. Thread-safe.
 *
 * <p>Every method throws {@link NotFound} for an unknown view, {@link Rejected} when the state of
 * the view does not allow it, and {@link Unavailable} when the database does not answer.
 */
public final class Rebuilds {

  private static final int MAX_ATTEMPTS = 20;
  private static final Set<Status> OPEN =
      Set.of(Status.RUNNING, Status.PAUSED, Status.WAITING, Status.FAILED);
  private static final Set<Status> STANDING = Set.of(Status.PAUSED, Status.WAITING, Status.FAILED);

  private final RebuildParts parts;
  private final Map<String, Projection<?>> views = new TreeMap<>();
  private final Clock clock;
  private final Runnable changed;

  /**
   * For nodes that read no view.
   *
   * @param clock for the time of the wish, which people read
   */
  public Rebuilds(RebuildParts parts, Collection<Projection<?>> views, Clock clock) {
    this(parts, views, clock, () -> {});
  }

  /**
   * The same.
   *
   * @param changed is called after each change of a state, before the caller knows of it
   */
  public Rebuilds(
      RebuildParts parts, Collection<Projection<?>> views, Clock clock, Runnable changed) {
    this.parts = parts;
    views.forEach(view -> this.views.put(view.name(), view));
    this.clock = clock;
    this.changed = changed;
  }

  /** The views of this build, by name. */
  public List<Projection<?>> views() {
    return List.copyOf(views.values());
  }

  /** The version of row and fold that this build makes of a view. */
  public int foldOf(String view) {
    return projection(view).version();
  }

  /** The state of a view. */
  public ViewState state(String view) {
    return parts.registry().ensure(view, projection(view).version());
  }

  private Projection<?> projection(String view) {
    Projection<?> known = views.get(view);
    if (known == null) {
      throw new NotFound("projection", view);
    }
    return known;
  }

  /** Begins to build the next version. */
  public ViewState rebuild(String view, FlipWhen flip) {
    int fold = projection(view).version();
    return change(
        view,
        state -> {
          requireNoJob(state);
          Version target = new Version(state.latest() + 1, fold);
          return state.with(RebuildJob.of(order(Kind.REBUILD, target, flip)));
        });
  }

  /**
   * Begins to rebuild each view whose rows were made by an older build, which this one can neither
   * read nor go on with. One that was made by a newer build is left alone, so that two builds never
   * undo each other's work.
   *
   * @return the views of which this node has begun the rebuild
   */
  public List<String> rebuildOutdated() {
    return views.keySet().stream().filter(this::beginIfOutdated).toList();
  }

  private boolean beginIfOutdated(String view) {
    ViewState state = state(view);
    if (state.active().fold() >= foldOf(view) || state.openJob().isPresent()) {
      return false;
    }
    try {
      rebuild(view, FlipWhen.ALWAYS);
      return true;
    } catch (Rejected e) {
      return false; // another node was first
    }
  }

  private RebuildOrder order(Kind kind, Version target, FlipWhen flip) {
    return new RebuildOrder(
        UUID.randomUUID().toString(), kind, target, flip, parts.store().epoch(), clock.instant());
  }

  private static void requireNoJob(ViewState state) {
    if (state.openJob().isPresent()) {
      throw Rejected.conflict(
          "rebuild-under-way", "There is a job on " + state.view() + " already");
    }
  }

  /** Stops the job where it is. */
  public ViewState pause(String view) {
    return change(
        view,
        state ->
            state.with(
                jobIn(state, "nothing-to-pause", Set.of(Status.RUNNING))
                    .become(Status.PAUSED, "")));
  }

  /** Lets a job go on that was paused or has failed, and compares again one that waits. */
  public ViewState resume(String view) {
    return change(
        view,
        state -> {
          RebuildJob job = jobIn(state, "nothing-to-resume", STANDING);
          Phase phase = job.phase() == Phase.COMPARED ? Phase.COMPARING : job.phase();
          return state.with(job.in(phase).become(Status.RUNNING, ""));
        });
  }

  /** Gives the job up; what it has built is dropped. */
  public ViewState cancel(String view) {
    ViewState cancelled =
        change(
            view,
            state -> {
              RebuildJob job = jobIn(state, "nothing-to-cancel", OPEN);
              return state.with(job.become(Status.CANCELLED, ""));
            });
    parts.dropDead(cancelled);
    return cancelled;
  }

  /** Lets the version be read that was built and compared. */
  public ViewState flip(String view) {
    ViewState flipped =
        change(
            view,
            state -> {
              jobIn(state, "nothing-to-flip", Set.of(Status.WAITING));
              return state.flipped();
            });
    parts.dropDead(flipped);
    return flipped;
  }

  /**
   * Goes back to the version that was read before: at once when it was kept up to date, else by a
   * job that catches it up first. Of many who ask for the same at once, one is heard: a version
   * that is read is refused, and so is what would undo a rollback without naming its version.
   *
   * @param to the number of the version that the caller wants; empty for the one before
   */
  public ViewState rollback(String view, OptionalInt to) {
    int fold = projection(view).version();
    return change(
        view,
        state -> {
          requireNoJob(state);
          Former former = formerOf(state, fold);
          requireWanted(state, former.version().number(), to);
          return former.complete()
              ? state.rolledBack()
              : state.with(RebuildJob.of(order(Kind.ROLLBACK, former.version(), FlipWhen.ALWAYS)));
        });
  }

  private static Former formerOf(ViewState state, int fold) {
    Former former =
        state
            .former()
            .orElseThrow(
                () ->
                    Rejected.conflict(
                        "nothing-to-roll-back-to", state.view() + " was never rebuilt"));
    if (former.version().fold() != fold) {
      throw Rejected.conflict(
          "former-version-of-another-build",
          "Only a build with fold " + former.version().fold() + " can go back to that version");
    }
    return former;
  }

  private static void requireWanted(ViewState state, int former, OptionalInt to) {
    int active = state.active().number();
    if (to.orElse(former) == active || to.isEmpty() && former > active) {
      throw Rejected.conflict(
          "rolled-back-already",
          "Version %d of %s is read already; version %d is read again when it is named"
              .formatted(active, state.view(), former));
    }
    if (to.orElse(former) != former) {
      throw Rejected.conflict(
          "nothing-to-roll-back-to",
          "Of %s only version %d can be read again".formatted(state.view(), former));
    }
  }

  private static RebuildJob jobIn(ViewState state, String code, Set<Status> allowed) {
    return state
        .job()
        .filter(job -> allowed.contains(job.status()))
        .orElseThrow(
            () -> Rejected.conflict(code, "No job on " + state.view() + " is in such a state"));
  }

  /** The owner of a job writes often; who is overtaken decides again. */
  private ViewState change(String view, UnaryOperator<ViewState> wish) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      ViewState next = wish.apply(state(view));
      if (parts.registry().save(next)) {
        changed.run();
        return next;
      }
    }
    throw new Unavailable("The state of " + view + " changes often", Duration.ofSeconds(1), null);
  }
}
