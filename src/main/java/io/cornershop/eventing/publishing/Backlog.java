package io.cornershop.eventing.publishing;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.PositionLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is stored and not known to be on Kafka, as the database tells: any node can ask, the relay
 * or not, whether or not Kafka answers. Thread-safe.
 *
 * <p>The number is that of the commits less the mark, so it is exact up to what happens while it is
 * asked for; the mark follows the acknowledgements within about 100 ms. The age is that of one
 * commit that waits, the first behind the mark where it has a number, else the oldest of some: at
 * least as old as that, by the clock of the node that wrote it, is the oldest. It is looked for
 * only when the log has been standing still for a moment, because that can cost a scan: since its
 * last commit was written, however long nobody has asked. A commit that was found is kept until it
 * is published.
 */
final class Backlog {

  private static final int LOOKED_AT = 100;
  private static final long NEVER = -1;
  private static final Duration STANDSTILL = Duration.ofSeconds(2);

  /** A commit that waits. */
  private record Waiting(String commitId, Instant since) {
    static Waiting of(Commit commit) {
      return new Waiting(commit.id(), commit.appendedAt());
    }
  }

  private final Outbox outbox;
  private final Clock clock;
  private Optional<Waiting> oldest = Optional.empty();
  private long lastHead = NEVER;
  private Instant lastMove = Instant.EPOCH;
  private Instant lastSearch = Instant.EPOCH;

  Backlog(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Looks once.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  synchronized OutboxState look() {
    PositionLog log = outbox.positions();
    long published = log.published();
    PositionLog.Entry last = log.head();
    long head = last.number();
    long pending = Math.max(0, outbox.commits().size() - published);
    noteMove(last, pending);
    oldest =
        pending == 0
            ? Optional.empty()
            : oldest
                .filter(waiting -> isWaiting(waiting, published))
                .or(() -> find(published, head));
    return new OutboxState(head, published, pending, oldest.map(this::age).orElse(Duration.ZERO));
  }

  private void noteMove(PositionLog.Entry head, long pending) {
    if (pending == 0) {
      lastMove = clock.instant();
    } else if (lastHead != NEVER && head.number() != lastHead) {
      lastMove = writtenAt(head);
    }
    lastHead = head.number();
  }

  /** It may have moved long before this question: no earlier than its last commit was written. */
  private Instant writtenAt(PositionLog.Entry head) {
    Instant now = clock.instant();
    return outbox.commits().readAll(List.of(head.commitId())).stream()
        .map(Commit::appendedAt)
        .filter(now::isAfter)
        .findFirst()
        .orElse(now);
  }

  private boolean isWaiting(Waiting waiting, long published) {
    Long number = outbox.positions().numbersOf(List.of(waiting.commitId())).get(waiting.commitId());
    return number == null || number > published;
  }

  private Optional<Waiting> find(long published, long head) {
    if (published < head) {
      return first(
          outbox.positions().readAfter(published, 1).stream()
              .map(PositionLog.Entry::commitId)
              .toList());
    }
    return standsStill() ? first(outbox.commits().findPending(LOOKED_AT)) : Optional.empty();
  }

  /** True at the first question too, which may come during an outage; then once in a while. */
  private boolean standsStill() {
    Instant now = clock.instant();
    boolean still =
        !now.isBefore(lastMove.plus(STANDSTILL)) && !now.isBefore(lastSearch.plus(STANDSTILL));
    if (still) {
      lastSearch = now;
    }
    return still;
  }

  private Optional<Waiting> first(Collection<String> commitIds) {
    return outbox.commits().readAll(commitIds).stream()
        .min(Comparator.comparing(Commit::appendedAt))
        .map(Waiting::of);
  }

  private Duration age(Waiting waiting) {
    Duration age = Duration.between(waiting.since(), clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }
}
