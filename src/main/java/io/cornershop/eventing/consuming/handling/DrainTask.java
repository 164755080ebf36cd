package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.held.FailurePolicy.Verdict;
import io.cornershop.eventing.consuming.held.Failures;
import io.cornershop.eventing.consuming.lanes.Claim;
import io.cornershop.eventing.consuming.lanes.LaneKey;
import io.cornershop.eventing.consuming.partitions.PartitionProgress;
import io.cornershop.eventing.deadletters.HeldSequence;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.deadletters.SequenceId;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * Tries the letters of a held sequence in order, in the lane of its key, so that nothing of the key
 * is handled beside it on this node. It ends when the sequence is closed, or at the first letter
 * that fails, which is the head then. After so many letters it lets others have their turn.
 */
final class DrainTask implements HandlerWork {

  private static final Logger LOG = System.getLogger(DrainTask.class.getName());
  private static final int LETTERS_A_TURN = 200;
  private static final Duration OTHERS_TURN = Duration.ofMillis(1);
  private static final Duration UNFINISHED = Duration.ofMillis(500);

  private final SequenceId id;
  private final PartitionProgress home;
  private final Trial trial;
  private final Failures failures;
  private final Runnable ended;

  /**
   * @param home the assignment by which this node owns the sequence
   * @param ended is run once, when nothing more is tried
   */
  DrainTask(SequenceId id, PartitionProgress home, Trial trial, Failures failures, Runnable ended) {
    this.id = id;
    this.home = home;
    this.trial = trial;
    this.failures = failures;
    this.ended = ended;
  }

  @Override
  public Optional<Duration> attempt() {
    if (!home.enter()) {
      return end();
    }
    try (LogScope lines = LogScope.open(LogField.CONSUMER, id.consumer())) {
      return drain();
    } finally {
      home.exit();
    }
  }

  private Optional<Duration> drain() {
    try {
      for (int looked = 0; claim() == Claim.OURS; looked++) {
        if (looked == LETTERS_A_TURN) {
          return Optional.of(OTHERS_TURN);
        }
        Optional<HeldSequence> sequence = failures.letters().find(id);
        if (sequence.isEmpty()) {
          failures.letters().keys().closed(id);
          return end();
        }
        Step step = step(sequence.get());
        if (step == Step.UNFINISHED) {
          return Optional.of(UNFINISHED);
        }
        if (step == Step.STOP) {
          return end();
        }
      }
    } catch (Unavailable e) {
      LOG.log(Level.DEBUG, "The letters wait for the database: {0}", e.getMessage());
    }
    return end();
  }

  private enum Step {
    ON,
    UNFINISHED,
    STOP
  }

  private Step step(HeldSequence sequence) {
    Optional<Letter> next = failures.letters().next(sequence);
    if (next.isEmpty()) {
      return failures.letters().close(sequence) ? Step.STOP : Step.ON;
    }
    try (LogScope lines = LogScope.open()) {
      next.get().storedEvent().ifPresent(event -> lines.with(LogField.EVENT, event));
      return step(sequence, next.get());
    }
  }

  private Step step(HeldSequence sequence, Letter letter) {
    Optional<byte[]> payload = failures.letters().payload(letter);
    try {
      if (!trial.handled(letter, payload)) {
        return Step.UNFINISHED;
      }
    } catch (Throwable failure) {
      // Anything, errors included: it is the letter's failure, and noted there.
      return failed(sequence, letter, failure);
    }
    failures.letters().handled(letter);
    LOG.log(Level.INFO, "The letter {0} of {1} is handled", letter.id(), id.consumer());
    return Step.ON;
  }

  private Step failed(HeldSequence sequence, Letter letter, Throwable failure) {
    int attempts = letter.failure().attempts() + 1;
    Verdict verdict = failures.policy().judge(failure, attempts);
    // What an operator has asked for and fails at once goes back to the operator.
    boolean asked = sequence.wish().filter(w -> w.letter().equals(letter.id())).isPresent();
    boolean patient = !asked && !verdict.held();
    LetterState state = patient ? LetterState.RETRYING : verdict.state();
    failures.letters().failed(sequence, letter, state, failure);
    LOG.log(
        Level.INFO,
        "The letter {0} of {1} has failed {2} times, it is {3}",
        letter.id(),
        id.consumer(),
        attempts,
        state);
    return Step.STOP;
  }

  private Optional<Duration> end() {
    ended.run();
    return Optional.empty();
  }

  @Override
  public LaneKey lane() {
    return id.ofRecords() ? LaneKey.ofRecords(id.key()) : new LaneKey(id.handler(), id.key());
  }

  /** Never: the letters of a key are tried one by one. */
  @Override
  public boolean joinsOthers() {
    return false;
  }

  @Override
  public Claim claim() {
    return home.claim();
  }

  @Override
  public boolean pause(Duration wait) throws InterruptedException {
    trial.pause(wait);
    return claim() == Claim.OURS;
  }

  @Override
  public void drop() {
    ended.run();
  }
}
