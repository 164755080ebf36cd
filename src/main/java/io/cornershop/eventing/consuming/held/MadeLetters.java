package io.cornershop.eventing.consuming.held;

import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.StoredEvents;
import io.cornershop.eventing.events.EventEnvelope;
import java.util.Optional;

/** Records as letters. Thread-safe. */
record MadeLetters(DeadLetters letters, StoredEvents stored) {

  /** The record as a letter that waits; one that a former build has written about it is its own. */
  Letter of(FailedRecord record) {
    return record
        .formerId()
        .flatMap(letters::letter)
        .filter(known -> Subject.of(known).isThatOf(record.subject()))
        .map(known -> record.letter(known.id()))
        .orElseGet(() -> record.letter(record.id()));
  }

  /** The event of the record, if the store has it in the same bytes. */
  Optional<EventEnvelope> storedEvent(FailedRecord record) {
    return record
        .event()
        .filter(event -> record.payload().filter(bytes -> stored.has(event, bytes)).isPresent());
  }
}
