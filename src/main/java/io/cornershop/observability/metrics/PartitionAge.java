package io.cornershop.observability.metrics;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * For how long one partition has not been caught up: interpolated from where its log ended at
 * earlier looks, as consumer lag exporters do. When everything before such an end is finished, all
 * that was there at the time of that look is. Needs timestamps of records only where it is behind
 * when it is seen first, and until the first of these ends is reached: everything before the first
 * unfinished record is finished, so it is as old as that. Used by one thread.
 *
 * @see <a href="https://github.com/seglo/kafka-lag-exporter">the technique: time lag from a table
 *     of offsets and times</a>
 */
final class PartitionAge {

  private static final int MOST_MARKS = 512;

  /** The log ended there; all of it was there at that time. */
  private record Mark(long end, long at) {}

  private final Deque<Mark> marks = new ArrayDeque<>();
  private long freshAt;
  private boolean begun;

  /**
   * @param now when the partition was seen first, in nanoseconds of a clock that never goes back
   */
  PartitionAge(long now) {
    this.freshAt = now;
  }

  /** The age, when everything before an offset is finished and the log ends at another. */
  Duration look(long finishedUpTo, long end, long now) {
    if (finishedUpTo >= end) {
      return caughtUp(now);
    }
    while (!marks.isEmpty() && marks.getFirst().end() <= finishedUpTo) {
      freshAt = marks.removeFirst().at();
      begun = true;
    }
    note(new Mark(end, now));
    return unchanged(now);
  }

  /** The age, when nothing is unfinished. */
  Duration caughtUp(long now) {
    marks.clear();
    freshAt = now;
    begun = true;
    return Duration.ZERO;
  }

  /** The first unfinished record is so old: so is the partition, where it began behind. */
  void oldest(Duration age, long now) {
    if (!begun) {
      freshAt = now - Math.max(0, age.toNanos());
    }
  }

  /** The age, when it is not known how far the partition is. */
  Duration unchanged(long now) {
    return Duration.ofNanos(now - freshAt);
  }

  /** Where the log has not grown, the later time is as true; of too many, every second will do. */
  private void note(Mark mark) {
    if (!marks.isEmpty() && marks.getLast().end() >= mark.end()) {
      marks.removeLast();
    }
    marks.addLast(mark);
    if (marks.size() > MOST_MARKS) {
      boolean[] keep = {false};
      marks.removeIf(any -> keep[0] = !keep[0]);
    }
  }
}
