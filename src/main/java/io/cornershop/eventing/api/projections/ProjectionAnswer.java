package io.cornershop.eventing.api.projections;

import io.cornershop.eventing.projections.versions.RebuildJob;
import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import io.cornershop.eventing.projections.versions.ViewState;
import java.util.Optional;

/**
 * A read model and its versions.
 *
 * @param state LIVE, NEEDS_REBUILD (its rows were made by a build that makes others), or that of
 *     its job: REBUILDING, PAUSED, WAITING, FAILED
 * @param activeVersion that is read
 * @param formerVersion that was read before, and to which a rollback goes
 * @param filledGaps how often the node that answers had to fetch events from the store that did not
 *     come to the view by themselves, since it started
 * @param job the last one, whatever became of it
 */
record ProjectionAnswer(
    String name,
    String state,
    int activeVersion,
    Optional<Integer> formerVersion,
    long filledGaps,
    Optional<JobAnswer> job) {

  /**
   * Describes a view.
   *
   * @param fold the version of row and fold of this build
   */
  static ProjectionAnswer of(ViewState state, int fold, long filledGaps) {
    return new ProjectionAnswer(
        state.view(),
        state.openJob().map(ProjectionAnswer::word).orElseGet(() -> word(state, fold)),
        state.active().number(),
        state.former().map(former -> former.version().number()),
        filledGaps,
        state.job().map(JobAnswer::of));
  }

  private static String word(RebuildJob job) {
    return job.status() == Status.RUNNING ? "REBUILDING" : job.status().name();
  }

  private static String word(ViewState state, int fold) {
    return state.needsRebuild(fold) ? "NEEDS_REBUILD" : "LIVE";
  }
}
