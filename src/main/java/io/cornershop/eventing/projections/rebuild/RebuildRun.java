package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.RowUpdates;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.eventing.projections.versions.Comparison;
import io.cornershop.eventing.projections.versions.FlipWhen;
import io.cornershop.eventing.projections.versions.RebuildJob;
import io.cornershop.eventing.projections.versions.RebuildJob.Phase;
import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import io.cornershop.eventing.projections.versions.ViewState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Takes one job from where it is to its end, step by step; each may be taken again from its
 * beginning. One thread.
 *
 * <p>The hand-over: first it is noted that live events must reach the new version. What a consumer
 * still handles without knowing was published before it began to; so once no node believes what was
 * before the note, all of that has a number. The log is applied up to the head of that moment, and
 * the new version lacks nothing: what came before is from the log, what comes after from the
 * consumers, and what comes from both counts once.
 */
final class RebuildRun<V> {

  private static final Logger LOG = System.getLogger(RebuildRun.class.getName());

  private final RebuildParts parts;
  private final RebuildSettings settings;
  private final Projection<V> projection;
  private final VersionBuild<V> rows;
  private final Claim claim;

  RebuildRun(RebuildParts parts, RebuildSettings settings, RowUpdates<V> updates, Claim claim) {
    this.parts = parts;
    this.settings = settings;
    this.projection = updates.projection();
    this.claim = claim;
    this.rows = new VersionBuild<>(parts, updates, target(), claim, settings.commitsAtOnce());
  }

  private Rows target() {
    return parts.rows().rows(claim.job().order().target().number());
  }

  /**
   * Goes on until the job is done or waits for an operator.
   *
   * @throws ClaimLost when it was taken away
   * @throws IllegalStateException when the store has been restored meanwhile
   */
  void toEnd() {
    if (!parts.store().epoch().equals(claim.job().order().epoch())) {
      throw new IllegalStateException("The store was restored; cancel, and rebuild from that");
    }
    parts.dropDead(claim.state());
    target().prepare(projection);
    while (claim.job().status() == Status.RUNNING) {
      step();
    }
    parts.dropDead(claim.state());
  }

  private void step() {
    switch (claim.job().phase()) {
      case BUILDING -> build();
      case HANDING_OVER -> handOver();
      case COMPARING -> compare();
      case COMPARED -> decide();
    }
  }

  private void build() {
    rows.toHead();
    claim.save(job -> job.in(Phase.HANDING_OVER));
  }

  private void handOver() {
    claim.waitFor(settings.settle());
    rows.toHead();
    claim.save(job -> job.in(Phase.COMPARING));
  }

  private void compare() {
    ViewState state = claim.state();
    VersionComparison comparison =
        new VersionComparison(
            parts.rows(),
            projection,
            state.active().number(),
            claim.job().order().target().number());
    comparison.scan(claim::beat);
    for (int look = 1; look <= settings.looks() && comparison.suspects() > 0; look++) {
      claim.waitFor(pauseBetweenLooks());
      comparison.lookAgain(look == settings.looks());
    }
    Comparison found = comparison.result();
    claim.save(job -> job.compared(found));
  }

  private Duration pauseBetweenLooks() {
    return settings.poll().dividedBy(2);
  }

  private void decide() {
    RebuildJob job = claim.job();
    boolean equal = job.comparison().filter(found -> found.differences() == 0).isPresent();
    FlipWhen flip = job.order().flip();
    if (flip == FlipWhen.ALWAYS || flip == FlipWhen.EQUAL && equal) {
      claim.flip();
      LOG.log(Level.INFO, "{0} is read from the rebuilt version now", projection.name());
    } else {
      LOG.log(Level.INFO, "The rebuild of {0} waits for an operator''s word", projection.name());
      claim.save(open -> open.become(Status.WAITING, ""));
    }
  }
}
