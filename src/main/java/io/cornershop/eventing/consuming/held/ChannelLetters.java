package io.cornershop.eventing.consuming.held;

import io.cornershop.eventing.deadletters.ClosedLetters;
import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.HeldSequence;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterBox;
import io.cornershop.eventing.deadletters.LetterBox.Put;
import io.cornershop.eventing.deadletters.LetterFailure;
import io.cornershop.eventing.deadletters.LetterOffice;
import io.cornershop.eventing.deadletters.LetterPayloads;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.deadletters.RetrySchedule;
import io.cornershop.eventing.deadletters.SequenceId;
import io.cornershop.eventing.deadletters.StoredEvents;
import io.cornershop.eventing.events.EventEnvelope;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The letters of one channel as its lanes use them. Every method that asks the database throws
 * {@link io.cornershop.kernel.Unavailable} when it does not answer; then nothing counts as done.
 * Thread-safe.
 */
public final class ChannelLetters {

  private final String channel;
  private final DeadLetters letters;
  private final StoredEvents stored;
  private final LetterPayloads payloads;
  private final ClosedLetters closed;
  private final UnderivedLetters underived;
  private final LetterBox box;
  private final HeldKeys keys;
  private final GivenUp givenUp;
  private final RetrySchedule schedule;
  private final Clock clock;

  public ChannelLetters(String channel, LetterOffice office, RetrySchedule schedule, Clock clock) {
    this.channel = channel;
    this.letters = office.letters();
    this.stored = office.stored();
    this.payloads = office.payloads();
    this.closed = office.closed(clock);
    this.box = new LetterBox(letters, clock);
    this.underived = new UnderivedLetters(channel, letters, payloads, box);
    this.keys = new HeldKeys(channel, letters);
    this.givenUp = new GivenUp(channel, letters);
    this.schedule = schedule;
    this.clock = clock;
  }

  /** What is held, as far as it is known here. */
  public HeldKeys keys() {
    return keys;
  }

  /** What operators have discarded, as far as it is known here. */
  public GivenUp givenUp() {
    return givenUp;
  }

  /** The letters that have no record of their own yet. */
  public UnderivedLetters underived() {
    return underived;
  }

  /** Whether what is known of held keys and discarded letters is not older than an assignment. */
  public boolean isLoadedFor(Object assignment) {
    return keys.isLoadedFor(assignment) && givenUp.isLoadedFor(assignment);
  }

  /**
   * Makes sure that what is known is not older than an assignment.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public void loadFor(Object assignment) {
    keys.loadFor(assignment);
    givenUp.loadFor(assignment);
  }

  /** Forgets the assignments that are over. */
  public void forget(Predicate<Object> over) {
    keys.forget(over);
    givenUp.forget(over);
  }

  /** The sequence of a handler's key. */
  public SequenceId sequence(String handler, String key) {
    return SequenceId.of(channel, handler, key);
  }

  /** The sequence of whole records of a key. */
  public SequenceId recordSequence(String recordKey) {
    return new SequenceId(channel, recordKey);
  }

  /**
   * Puts a record behind the others of its key, if the key is held. Its bytes are kept only when
   * the event store does not have them.
   *
   * @return false when the record is to be handled
   */
  public boolean putBehind(FailedRecord record) {
    SequenceId id = record.sequence();
    if (!keys.holds(id)) {
      return false;
    }
    Letter letter = record.letter().as(LetterState.WAITING, LetterFailure.waiting(clock.instant()));
    Put put =
        storedEvent(record)
            .map(event -> box.enqueue(letter.storedAs(event.eventId()), Optional.empty()))
            .orElseGet(() -> box.enqueue(letter, record.payload()));
    if (put == Put.CLOSED) {
      keys.closed(id);
    }
    return put != Put.CLOSED;
  }

  /** The event of the record, if the event store has exactly this. */
  public Optional<EventEnvelope> storedEvent(FailedRecord record) {
    return record
        .event()
        .filter(event -> record.payload().filter(bytes -> stored.has(event, bytes)).isPresent());
  }

  /** Holds a record that has failed, and its key with it. */
  public void putAside(FailedRecord record, LetterState state, Throwable failure, int attempts) {
    Instant now = clock.instant();
    Letter letter = record.letter().as(state, LetterFailure.of(failure, attempts, now));
    if (box.open(letter, record.payload(), schedule.next(state, attempts, now)) == Put.HELD) {
      keys.opened(record.sequence());
      underived.mayExist();
    }
  }

  public Optional<HeldSequence> find(SequenceId id) {
    return letters.sequence(id);
  }

  /** The letter to try next; carries out the wish to give some up. */
  public Optional<Letter> next(HeldSequence sequence) {
    Optional<Letter> next = box.next(sequence);
    while (next.isPresent() && box.discarded(sequence, next.get())) {
      givenUp.add(next.get().id());
      next = box.next(sequence);
    }
    return next;
  }

  /** The bytes of a letter as they are to be tried. */
  public Optional<byte[]> payload(Letter letter) {
    return payloads.present(letter);
  }

  /** The letter's effect is durable. */
  public void handled(Letter letter) {
    box.handled(letter);
  }

  /**
   * The letter has failed once more.
   *
   * @param seen its sequence when it was tried
   */
  public void failed(HeldSequence seen, Letter letter, LetterState state, Throwable failure) {
    Instant now = clock.instant();
    LetterFailure next = letter.failure().again(failure, now);
    box.failed(seen, letter, state, next, schedule.next(state, next.attempts(), now));
  }

  /** Ends to hold a sequence that has no letter left; false when one was added meanwhile. */
  public boolean close(HeldSequence sequence) {
    boolean closed = box.close(sequence);
    if (closed) {
      keys.closed(sequence.id());
    }
    return closed;
  }

  /**
   * Removes some of the letters that were closed long ago, for the thread that works on this
   * channel.
   *
   * @param ours whether this node is the one to do it
   */
  public void removeClosed(Predicate<HeldSequence.Home> ours) {
    closed.removeSome(
        letter -> letter.sequence().channel().equals(channel) && ours.test(letter.source().home()));
  }

  /** The time, for what is due. */
  public Instant now() {
    return clock.instant();
  }
}
