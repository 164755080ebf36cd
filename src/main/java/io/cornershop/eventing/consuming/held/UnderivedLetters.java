package io.cornershop.eventing.consuming.held;

import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.DerivedRecords;
import io.cornershop.eventing.deadletters.HeldSequence;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterBox;
import io.cornershop.eventing.deadletters.LetterPayloads;
import io.cornershop.kernel.Unavailable;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** The letters of a channel of which no record lies on the topic of dead letters. Thread-safe. */
public final class UnderivedLetters {

  private static final int AT_ONCE = 50;

  private final String channel;
  private final DeadLetters letters;
  private final LetterPayloads payloads;
  private final LetterBox box;
  private final AtomicBoolean some = new AtomicBoolean(true);

  UnderivedLetters(String channel, DeadLetters letters, LetterPayloads payloads, LetterBox box) {
    this.channel = channel;
    this.letters = letters;
    this.payloads = payloads;
    this.box = box;
  }

  /** There may be some, of other nodes perhaps that are gone. */
  public void mayExist() {
    some.set(true);
  }

  /**
   * Sends a record of each, if there may be some.
   *
   * @param ours whether this node is the one to do it
   * @throws Unavailable when a record was not taken; it is sent again then
   */
  public void send(DerivedRecords records, Predicate<HeldSequence.Home> ours) {
    if (!some.getAndSet(false)) {
      return;
    }
    try {
      List<Letter> found = letters.underived(channel, AT_ONCE);
      for (Letter letter : found) {
        if (ours.test(letter.source().home())) {
          records.send(letter, payloads.original(letter));
          box.derived(letter);
        }
      }
      some.compareAndSet(false, found.size() == AT_ONCE);
    } catch (Unavailable e) {
      some.set(true);
      throw e;
    }
  }
}
