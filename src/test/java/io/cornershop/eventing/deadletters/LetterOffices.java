package io.cornershop.eventing.deadletters;

import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemoryPositionLog;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.CounterFixtures;
import java.time.Duration;

/** Offices for tests, which keep closed letters for a day. */
public final class LetterOffices {

  static final Duration KEPT = Duration.ofDays(1);

  private LetterOffices() {}

  /** Beside an event store with nothing in it. */
  public static LetterOffice of(DeadLetters letters) {
    return of(
        letters,
        new InMemoryEventStore(StoreLimits.USUAL, CounterFixtures.CLOCK),
        new InMemoryPositionLog());
  }

  /** Beside this event store. */
  public static LetterOffice of(DeadLetters letters, EventStore store, PositionLog log) {
    return new LetterOffice(letters, new StoredEvents(store, log), KEPT);
  }
}
