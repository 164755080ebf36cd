package io.cornershop.eventing.projections.versions;

import java.time.Instant;

/**
 * What an operator has asked for. Immutable.
 *
 * @param id of the job
 * @param target the version to be built, or to be caught up
 * @param epoch the life of the store that it is built from
 * @param askedAt for people only
 */
public record RebuildOrder(
    String id, Kind kind, Version target, FlipWhen flip, String epoch, Instant askedAt) {

  /** What kind of a job. */
  public enum Kind {
    /** Builds a new version from nothing. */
    REBUILD,
    /** Catches up the version that was read before, and goes back to it. */
    ROLLBACK
  }
}
