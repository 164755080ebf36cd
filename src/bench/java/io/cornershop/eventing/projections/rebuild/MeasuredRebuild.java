package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.projections.RowUpdates;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.eventing.projections.versions.FlipWhen;
import io.cornershop.eventing.projections.versions.Progress;
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
    LogReplay<V> replay = new LogReplay<>(parts, updates, rows, true, COMMITS_AT_ONCE);
    Claim claim = new Claim(parts.registry(), state, RebuildSettings.USUAL.poll(), () -> false);
    Pace pace = new Pace(0);
    long number = 0;
    for (var batch = replay.next(0, claim::beat); batch.commits() > 0; ) {
      number = batch.number();
      var progress = new Progress(number, number, 0, pace.to(number));
      claim.save(job -> job.at(progress));
      batch = replay.next(number, claim::beat);
    }
    parts.registry().save(cancelled(claim));
    return rows;
  }

  private static ViewState cancelled(Claim claim) {
    RebuildJob job = claim.job().in(Phase.BUILDING);
    return claim.state().with(job.become(RebuildJob.Status.CANCELLED, ""));
  }
}
