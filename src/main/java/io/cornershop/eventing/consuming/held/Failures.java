package io.cornershop.eventing.consuming.held;

import io.cornershop.eventing.consuming.held.FailurePolicy.Verdict;
import io.cornershop.eventing.deadletters.LetterBox.Put;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** What is done about failures, the same for all tasks of a channel. Thread-safe. */
public record Failures(
    FailurePolicy policy,
    HeldEvents held,
    ChannelLetters letters,
    OutageBrake brake,
    GroupWatch watch) {

  /** Nobody is told of failures. */
  public Failures(
      FailurePolicy policy, HeldEvents held, ChannelLetters letters, OutageBrake brake) {
    this(policy, held, letters, brake, GroupWatch.NONE);
  }

  private static final Logger LOG = System.getLogger(Failures.class.getName());

  /**
   * Makes a letter of the record.
   *
   * @return what became of it, which is done when it was given up before; empty when the database
   *     does not take it now
   */
  public Optional<Put> putAside(
      FailedRecord record, Verdict verdict, Throwable failure, int attempts) {
    try {
      return Optional.of(letters.putAside(record, verdict.state(), failure, attempts));
    } catch (Unavailable e) {
      LOG.log(Level.DEBUG, "A letter is written later: {0}", e.getMessage());
      return Optional.empty();
    }
  }
}
