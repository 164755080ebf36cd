package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.projections.RowUpdates;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.eventing.projections.versions.FlipWhen;
import io.cornershop.eventing.projections.versions.RebuildJob;
import io.cornershop.eventing.projections.versions.RebuildJob.Phase;
import io.cornershop.eventing.projections.versions.ViewState;
import java.time.Clock;
import java.util.List;

/** The building part of a rebuild, with its checkpoints: without hand-over and comparison. */
public final class MeasuredRebuild {

  private static final int COMMITS_AT_ONCE = RebuildSettings.USUAL.commitsAtOnce();

  private MeasuredRebuild() {}

  /**
   * Builds the next version of a view, of which there was no job.
   *
   * @return the rows
   */
  public static <V> Rows build(RebuildParts parts, RowUpdates<V> updates) {
    String view = updates.projection().name();
    ViewState state =
        new Rebuilds(parts, List.of(updates.projection()), Clock.systemUTC())
            .rebuild(view, FlipWhen.ASKED);
    Rows rows = parts.rows().rows(state.latest());
    rows.prepare(updates.projection());
    Claim claim = new Claim(parts.registry(), state, RebuildSettings.USUAL.poll(), () -> false);
    new VersionBuild<>(parts, updates, rows, claim, COMMITS_AT_ONCE).toHead();
    parts.registry().save(cancelled(claim));
    return rows;
  }

  private static ViewState cancelled(Claim claim) {
    RebuildJob job = claim.job().in(Phase.BUILDING);
    return claim.state().with(job.become(RebuildJob.Status.CANCELLED, ""));
  }
}
