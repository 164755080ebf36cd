package io.cornershop.eventing.deadletters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Where held sequences and their letters are kept. Implementations are thread-safe, what a call has
 * returned is durable and seen by every later one on any node, and they throw {@link
 * io.cornershop.kernel.Unavailable} when the database does not answer; every call may be repeated.
 * {@link LetterBox} says how the calls go together.
 */
public interface DeadLetters {

  /** Up to {@code limit} held sequences of a channel behind {@code after}, by their text. */
  List<HeldSequence> sequences(String channel, Optional<SequenceId> after, int limit);

  /** The sequence, if it is held. */
  Optional<HeldSequence> sequence(SequenceId id);

  /** Those of these sequences, at most a page of them, that are held; in no order. */
  List<HeldSequence> sequences(Set<SequenceId> ids);

  /** Begins to hold; false when the sequence is held already. */
  boolean insert(HeldSequence sequence);

  /** Replaces the version before {@code next}; false when there is none. */
  boolean replace(HeldSequence next);

  /**
   * Replaces of each the version before it, at most a page of them; false when some were not
   * replaced, and it is not said which.
   */
  boolean replaceAll(List<HeldSequence> next);

  /** Adds one to the version; false when the sequence is not held. */
  boolean touch(SequenceId id);

  /** Ends to hold, if the sequence is still at this version. */
  boolean remove(HeldSequence sequence);

  /** The letter of this id. */
  Optional<Letter> letter(String id);

  /** Keeps a letter; false when there is one of this id. */
  boolean insert(Letter letter);

  /** Replaces the version before {@code next}; false when there is none. */
  boolean replace(Letter next);

  /** Forgets a letter, if it is still at this version. */
  boolean remove(Letter letter);

  /** Up to {@code limit} open letters of a sequence by order, offset and id. */
  List<Letter> queue(SequenceId id, int limit);

  /** The highest order of the open letters of a sequence. */
  OptionalLong lastOrder(SequenceId id);

  /**
   * How many open letters each of these sequences has, at most a page of them; none is left out.
   */
  Map<SequenceId, Long> openLetters(Set<SequenceId> ids);

  /** How many open letters there are, by consumer and state; in no order, none without any. */
  List<OpenCount> openCounts();

  /** How many letters of a consumer are in a state that is not the end. */
  record OpenCount(String consumer, LetterState state, long letters) {}

  /** Up to {@code limit} letters that pass, from the latest first failure back. */
  List<Letter> list(LetterFilter filter, Optional<LetterFilter.Place> after, int limit);

  /** Up to {@code limit} letters of a channel that failed and have no derived record yet. */
  List<Letter> underived(String channel, int limit);

  /**
   * Up to {@code limit} letters of any channel that were closed before {@code time} and are not
   * emptied yet, by id behind {@code after}.
   */
  List<Letter> closedBefore(Instant time, Optional<String> after, int limit);

  /** Keeps the bytes of one revision of a letter, of any size; what is kept stays as it is. */
  void keepPayload(String letter, int revision, byte[] payload);

  /** The bytes of one revision of a letter; empty when the record had none. */
  Optional<byte[]> payload(String letter, int revision);

  /** Up to {@code limit} payloads that are kept, by letter and revision as texts, behind one. */
  List<Payload> payloads(Optional<Payload> after, int limit);

  /** The bytes of one revision of a letter, by their name. */
  record Payload(String letter, int revision) {}

  /** Removes the bytes of a letter up to this revision. */
  void dropPayloads(String letter, int lastRevision);
}
