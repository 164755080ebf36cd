package io.cornershop.eventing.api.projections;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.versions.Comparison;
import io.cornershop.eventing.projections.versions.Progress;
import io.cornershop.eventing.projections.versions.RebuildJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A rebuild or a rollback, as it is now.
 *
 * @param status RUNNING, PAUSED, WAITING (for an operator's decision), FAILED, DONE or CANCELLED
 * @param phase BUILDING, HANDING_OVER, COMPARING or COMPARED
 * @param flip EQUAL, ASKED or ALWAYS
 * @param position up to which the new version has the history; while it is made stream by stream,
 *     the share of {@code lastPosition} that is done
 * @param lastPosition there was, when it last looked
 * @param events how many were applied
 * @param commitsPerSecond since the node that works at it began
 * @param timeLeft at this rate, as an ISO-8601 duration
 * @param comparison of the old and the new version, once it was made
 * @param reason why it failed
 */
record JobAnswer(
    String id,
    String kind,
    String status,
    String phase,
    int targetVersion,
    String flip,
    Instant askedAt,
    long position,
    long lastPosition,
    long events,
    long commitsPerSecond,
    Optional<String> timeLeft,
    Optional<Comparison> comparison,
    Optional<String> reason) {

  static JobAnswer of(RebuildJob job) {
    Progress progress = job.progress();
    return new JobAnswer(
        job.order().id(),
        job.order().kind().name(),
        job.status().name(),
        job.phase().name(),
        job.order().target().number(),
        job.order().flip().name(),
        job.order().askedAt(),
        progress.reached() * EventEnvelope.POSITIONS_PER_COMMIT,
        progress.head() * EventEnvelope.POSITIONS_PER_COMMIT,
        progress.events(),
        Math.round(progress.commitsPerSecond()),
        timeLeft(job),
        job.comparison(),
        Optional.of(job.reason()).filter(reason -> !reason.isEmpty()));
  }

  private static Optional<String> timeLeft(RebuildJob job) {
    return Optional.of(job)
        .filter(now -> now.status() == RebuildJob.Status.RUNNING)
        .flatMap(now -> now.progress().timeLeft())
        .map(Duration::toString);
  }
}
