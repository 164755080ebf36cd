package io.cornershop.eventing.projections.versions;

import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that is to be known of a view's versions. Immutable; kept as one document, so that a step is
 * taken as a whole or not at all.
 *
 * @param active the version that is read
 * @param former the version that was read before it, kept for a rollback
 * @param latest the highest version number ever given
 * @param job the last one, whatever became of it
 * @param revision counts the writes, from 1
 */
public record ViewState(
    String view,
    Version active,
    Optional<Former> former,
    int latest,
    Optional<RebuildJob> job,
    long revision) {

  /**
   * The version that was read before.
   *
   * @param complete whether it was kept up to date ever since
   */
  public record Former(Version version, boolean complete) {}

  /** A view that was never rebuilt. */
  public static ViewState first(String view, int fold) {
    return new ViewState(view, new Version(1, fold), Optional.empty(), 1, Optional.empty(), 1);
  }

  /** The job, if it can still come to something. */
  public Optional<RebuildJob> openJob() {
    return job.filter(RebuildJob::isOpen);
  }

  /** The next state, which has this job. */
  public ViewState with(RebuildJob newJob) {
    int highest = Math.max(latest, newJob.order().target().number());
    return new ViewState(view, active, former, highest, Optional.of(newJob), revision + 1);
  }

  /** The next state, in which the version of the job is read. */
  public ViewState flipped() {
    RebuildJob done = job.orElseThrow().become(Status.DONE, "");
    Version target = done.order().target();
    return new ViewState(view, target, left(target), latest, Optional.of(done), revision + 1);
  }

  /** The next state, in which the former version is read, as it is. */
  public ViewState rolledBack() {
    Version target = former.orElseThrow().version();
    return new ViewState(view, target, left(target), latest, job, revision + 1);
  }

  /** A build that makes other rows does not keep the version up to date that is left behind. */
  private Optional<Former> left(Version target) {
    return Optional.of(new Former(active, active.fold() == target.fold()));
  }

  /** The versions that must not be dropped. */
  public Set<Integer> kept() {
    Set<Integer> kept = new LinkedHashSet<>();
    kept.add(active.number());
    former.map(Former::version).map(Version::number).ifPresent(kept::add);
    openJob().map(open -> open.order().target().number()).ifPresent(kept::add);
    return kept;
  }

  /**
   * The versions that live events must reach and that this build can write, the one that is read
   * first.
   *
   * @param fold the version of row and fold of this build
   */
  public List<Integer> fed(int fold) {
    return Stream.of(Optional.of(active), former.map(Former::version), fedTarget())
        .flatMap(Optional::stream)
        .filter(version -> version.fold() == fold)
        .map(Version::number)
        .distinct()
        .toList();
  }

  /**
   * Whether live events must reach a version that a newer build makes: this one has to leave them
   * to it.
   */
  public boolean outgrows(int fold) {
    return Stream.of(Optional.of(active), fedTarget())
        .flatMap(Optional::stream)
        .anyMatch(version -> version.fold() > fold);
  }

  private Optional<Version> fedTarget() {
    return job.filter(RebuildJob::isFed).map(open -> open.order().target());
  }

  /** Whether rows of another build are read, which a rebuild would make anew. */
  public boolean needsRebuild(int fold) {
    return active.fold() != fold;
  }

  /** Whether a version of this number can never be read again, as seen from this state. */
  public boolean isDead(int number) {
    return number <= latest && !kept().contains(number);
  }
}
