package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.projections.RowBuild;
import io.cornershop.eventing.projections.RowUpdates;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.eventing.projections.rebuild.RowReplay.Batch;
import io.cornershop.eventing.projections.versions.Progress;
import io.cornershop.eventing.projections.versions.Progress.Scan;
import io.cornershop.eventing.projections.versions.RebuildJob;
import io.cornershop.eventing.projections.versions.RebuildOrder.Kind;
import io.cornershop.eventing.projections.versions.StreamPlace;
import io.cornershop.eventing.store.LogTotals;
import io.cornershop.eventing.store.LogTotals.Count;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.time.Instant;

/**
 * Brings the rows of one version up to the history, with a checkpoint behind each batch. One
 * thread.
 *
 * <p>First the streams are scanned that the view is made of, one after the other: one document for
 * each commit, and of other aggregates nothing. Whatever the log had when the scan began was in the
 * store then, so the scan has met it. The log is applied from there, and what both have had counts
 * once, as everywhere.
 */
final class VersionBuild<V> {

  private final RebuildParts parts;
  private final Claim claim;
  private final RowUpdates<V> updates;
  private final RowBuild<V> build;
  private final int commitsAtOnce;
  private final RowReplay<Long> log;
  private final Pace pace;

  /**
   * @param rows those of the version
   * @param commitsAtOnce how many commits make a batch at most
   */
  VersionBuild(
      RebuildParts parts, RowUpdates<V> updates, Rows rows, Claim claim, int commitsAtOnce) {
    this.parts = parts;
    this.claim = claim;
    this.updates = updates;
    this.commitsAtOnce = commitsAtOnce;
    this.build =
        new RowBuild<>(updates, rows, RowReplay.PASSED_BEFORE, beginsWithNothing(claim.job()));
    this.log = replay(new LogPages(parts.store(), parts.log(), updates.eventTypes(), pageSize()));
    this.pace = new Pace(claim.job().progress().reached());
  }

  private <K> RowReplay<K> replay(PageSource<K> source) {
    return new RowReplay<>(parts, source, build, commitsAtOnce);
  }

  private int pageSize() {
    return Math.min(RowReplay.PAGE, commitsAtOnce);
  }

  /** Rows of an owner that died before its first checkpoint do not matter. */
  private static boolean beginsWithNothing(RebuildJob job) {
    return job.order().kind() == Kind.REBUILD && job.progress().isBeginning();
  }

  /**
   * Goes on until everything is in the rows that has a number now.
   *
   * @throws ClaimLost when the job was taken away
   * @throws IllegalStateException when the store lacks something of its history
   */
  void toHead() {
    Entry head = parts.log().head();
    if (progress().number() == 0) {
      scan(head);
    }
    while (progress().number() < head.number()) {
      advance(head.number());
    }
  }

  private Progress progress() {
    return claim.job().progress();
  }

  private void scan(Entry head) {
    if (progress().scan().isEmpty()) {
      LogTotals totals = head.totals();
      save(Progress.scanning(head.number(), eventsUpTo(totals), totals.latest()));
    }
    RowReplay<StreamPlace> streams = replay(streamsUpTo(progress().scan().orElseThrow().latest()));
    Batch<StreamPlace> batch;
    do {
      Progress before = progress();
      Scan scan = before.scan().orElseThrow();
      batch = streams.next(scan.place(), claim::beat);
      Progress after = before.scanned(batch.last(), batch.read(), batch.events());
      save(batch.commits() == 0 ? behindScan(after) : after);
    } while (batch.commits() > 0);
  }

  private StreamPages streamsUpTo(Instant latest) {
    return new StreamPages(
        parts.store(), updates.aggregateTypes(), updates.eventTypes(), latest, pageSize());
  }

  /** What is mended may lie anywhere before the end, so the next owner begins anew. */
  private Progress behindScan(Progress end) {
    if (end.lacking() > 0) {
      claim.save(job -> job.at(Progress.NONE));
    }
    return end.behindScan();
  }

  private long eventsUpTo(LogTotals totals) {
    return updates.aggregateTypes().stream()
        .mapToLong(type -> totals.byAggregateType().getOrDefault(type, Count.NONE).events())
        .sum();
  }

  private void advance(long head) {
    Progress before = progress();
    Batch<Long> batch = log.next(before.number(), claim::beat);
    save(before.at(batch.last(), Math.max(head, batch.last()), batch.events()));
  }

  private void save(Progress next) {
    claim.save(job -> job.at(next.atPace(pace.to(next.reached()))));
  }
}
