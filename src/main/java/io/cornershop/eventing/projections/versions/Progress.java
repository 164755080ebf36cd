package io.cornershop.eventing.projections.versions;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a job has come through the history. Immutable.
 *
 * @param number up to which the rows have the position log; where a restart goes on in it. 0 while
 *     streams are scanned: a node whose build knows of no scan begins anew
 * @param head the number of the last commit there was; while streams are scanned, when that began
 * @param events how many events have been applied
 * @param commitsPerSecond since the present owner began; 0 when that is not known yet
 * @param scan where the scan of streams is, unless none has begun or all are scanned
 */
public record Progress(
    long number, long head, long events, double commitsPerSecond, Optional<Scan> scan) {

  /** Before the first commit. */
  public static final Progress NONE = new Progress(0, 0, 0, 0, Optional.empty());

  /**
   * How far a scan of streams has come.
   *
   * @param place where a restart goes on
   * @param read how many events were read that are not later than {@code latest}: what is appended
   *     meanwhile does not make up for what the store lacks
   * @param all how many had a number when the scan began
   * @param latest the latest time of these
   */
  public record Scan(StreamPlace place, long read, long all, Instant latest) {}

  /** At the beginning of a scan of {@code all} events. */
  public static Progress scanning(long head, long all, Instant latest) {
    return new Progress(
        0, head, 0, 0, Optional.of(new Scan(StreamPlace.BEGINNING, 0, all, latest)));
  }

  /** Whether nothing was done yet. */
  public boolean isBeginning() {
    return number == 0 && events == 0 && scan.map(Scan::read).orElse(0L) == 0;
  }

  /** The same further on in the scan. */
  public Progress scanned(StreamPlace place, int readMore, int appliedMore) {
    Scan before = scan.orElseThrow();
    Scan after = new Scan(place, before.read + readMore, before.all, before.latest);
    return new Progress(0, head, events + appliedMore, commitsPerSecond, Optional.of(after));
  }

  /** How many events the scan would have to meet yet. */
  public long lacking() {
    return scan.map(now -> now.all - now.read).orElse(0L);
  }

  /**
   * The same with the scan at its end.
   *
   * @throws IllegalStateException when it has met less than there was
   */
  public Progress behindScan() {
    Scan end = scan.orElseThrow();
    if (lacking() > 0) {
      throw new IllegalStateException(
          "The store has %d of the %d events that its log has".formatted(end.read, end.all));
    }
    return new Progress(head, head, events, commitsPerSecond, Optional.empty());
  }

  /** The same further on in the log. */
  public Progress at(long newNumber, long newHead, int appliedMore) {
    return new Progress(newNumber, newHead, events + appliedMore, commitsPerSecond, scan);
  }

  /** The same at another rate. */
  public Progress atPace(double newRate) {
    return new Progress(number, head, events, newRate, scan);
  }

  /** How much of the log is done; of a scan, its share in it. */
  public long reached() {
    return scan.filter(now -> now.all > 0)
        .map(now -> (long) (head * Math.min(1.0, (double) now.read / now.all)))
        .orElse(number);
  }

  /** How long the rest takes at this rate; empty when the rate is not known. */
  public Optional<Duration> timeLeft() {
    return commitsPerSecond <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis((long) (1_000 * (head - reached()) / commitsPerSecond)));
  }
}
