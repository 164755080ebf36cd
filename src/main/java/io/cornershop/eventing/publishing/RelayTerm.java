package io.cornershop.eventing.publishing;

import io.cornershop.eventing.publishing.Numbering.Numbered;
import io.cornershop.eventing.publishing.RelaySignal.WakeUp;
import io.cornershop.eventing.publishing.RelayStatus.Condition;
import io.cornershop.eventing.store.Commit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

/**
 * The time in which one node is the relay, from take-over to loss or close. One thread.
 *
 * <p>Each step sends what is numbered, then numbers what has come and sends it. After an error the
 * next step begins again from the position log: what is in memory is given up, and a sweep finds
 * it.
 */
final class RelayTerm {

  private static final int BATCH = 500;

  private final RelaySignal signal;
  private final LongFunction<Publication> publications;
  private final Numbering numbering;
  private final LogTail tail;
  private final Checkpoint checkpoint;
  private final PendingSweep sweep;
  private Optional<Publication> publication = Optional.empty();
  private long sent;
  private boolean ready;

  /**
   * @param publications begins one behind a number
   * @param held whether this node is still the relay
   */
  RelayTerm(
      Outbox outbox,
      RelaySignal signal,
      LongFunction<Publication> publications,
      Duration sweepInterval,
      BooleanSupplier held) {
    this.signal = signal;
    this.publications = publications;
    this.numbering = new Numbering(outbox, held);
    this.tail = new LogTail(outbox);
    this.checkpoint = new Checkpoint(outbox);
    this.sweep = new PendingSweep(outbox.commits(), signal, checkpoint, sweepInterval);
  }

  /** Does what can be done without waiting; false when there was nothing to send or number. */
  boolean step() {
    try {
      Publication to = ready ? publication.orElseThrow() : begin();
      to.failure().ifPresent(RelayTerm::giveUp);
      boolean busy = sendNumbered(to) | numberNext(to) | sendNumbered(to);
      checkpoint.advance(to.acknowledged(), busy || to.inFlight() > 0 || signal.size() > 0);
      return busy;
    } catch (RuntimeException e) {
      ready = false;
      throw e;
    }
  }

  private static void giveUp(Exception failure) {
    throw new RelaySetback(
        Condition.WAITING_FOR_KAFKA, "Kafka refused a record: " + failure.getMessage(), failure);
  }

  /** Takes the position log as the truth, and keeps a publication that still works. */
  private Publication begin() {
    if (publication.flatMap(Publication::failure).isPresent()) {
      checkpoint.markNow(publication.orElseThrow().acknowledged());
      publication = Optional.empty();
    }
    if (publication.isEmpty()) {
      sent = checkpoint.start();
      publication = Optional.of(publications.apply(sent));
    }
    tail.clear();
    signal.distrustWaiting();
    numbering.start();
    sweep.restart();
    ready = true;
    return publication.orElseThrow();
  }

  private boolean sendNumbered(Publication to) {
    boolean any = false;
    while (sent < numbering.head() && to.hasRoom()) {
      to.send(tail.after(sent));
      sent++;
      any = true;
    }
    return any;
  }

  private boolean numberNext(Publication to) {
    if (sent < numbering.head() || !to.hasRoom() || to.stalled()) {
      return false;
    }
    List<WakeUp> batch = new ArrayList<>(signal.take(BATCH));
    batch.addAll(sweep.take(BATCH));
    if (batch.isEmpty()) {
      return false;
    }
    Numbered result = numbering.number(batch);
    tail.add(result.numbered());
    checkpoint.numbered(result.settled());
    checkpoint.numbered(
        result.numbered().stream().map(NumberedCommit::commit).map(Commit::id).toList());
    return true;
  }

  /** Whether Kafka is slow to answer, so that nothing new gets a number. */
  boolean stalled() {
    return publication.map(Publication::stalled).orElse(false);
  }

  /** Whether something is sent and not acknowledged, or not noted in the store yet. */
  boolean isBehind() {
    return publication
        .map(to -> to.inFlight() > 0 || checkpoint.isBehind(to.acknowledged()))
        .orElse(false);
  }

  /** Whether there is something that waits for a quiet moment. */
  boolean hasChores() {
    return checkpoint.hasMarksToTake();
  }

  /**
   * Drops what is not sent; whoever is the relay next sends it again from the mark. What was taken
   * and got no number is looked for: the next relay may have begun before it was there.
   */
  void abandon() {
    publication.ifPresent(to -> to.close(Duration.ZERO));
    publication = Optional.empty();
    signal.sweepSoon();
  }

  /** Waits for what was sent and notes how far it came. */
  void finish(Duration longest) {
    publication.ifPresent(
        to -> {
          to.close(longest);
          note();
        });
    publication = Optional.empty();
  }

  /** Notes in the store how far it came. */
  void note() {
    publication.ifPresent(to -> checkpoint.markNow(to.acknowledged()));
    checkpoint.unmarkSome();
  }
}
