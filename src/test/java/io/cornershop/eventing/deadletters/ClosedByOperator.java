package io.cornershop.eventing.deadletters;

import io.cornershop.eventing.testing.CounterFixtures;

/** What an operator's wish leads to, as another node carries it out. */
public final class ClosedByOperator {

  private ClosedByOperator() {}

  /** Gives up the only letter of a sequence. */
  public static void discard(DeadLetters letters, Letter letter) {
    letters.replace(letter.closed(LetterState.DISCARDED, CounterFixtures.NOON).next());
    letters.sequence(letter.sequence()).ifPresent(letters::remove);
  }
}
