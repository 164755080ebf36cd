package io.cornershop.eventing.crashes;

/** A place between two steps on the way of an event, where a process can be made to die. */
enum FaultPoint {
  /** Decided, nothing written. */
  BEFORE_APPEND,
  /** The commit is durable, nobody knows. */
  AFTER_APPEND,
  /** The relay knows, the caller does not. */
  BEFORE_ANSWER,
  /** The relay has looked for pending commits. */
  AFTER_SWEEP,
  /** The relay knows the next numbers, none is written. */
  BEFORE_POSITIONS,
  /** Some of a batch's numbers are written. */
  WITHIN_POSITIONS,
  /** The numbers are durable, nothing is sent. */
  AFTER_POSITIONS,
  /** Some records are on their way, the next is not handed over yet. */
  BEFORE_SEND,
  /** The broker has acknowledged, the relay does not know. */
  AFTER_ACKNOWLEDGEMENT,
  /** The relay knows, the mark does not. */
  BEFORE_MARK,
  /** The mark is moved. */
  AFTER_MARK,
  /** Numbered and published, still marked as pending. */
  BEFORE_UNMARK,
  /** Some of a batch are no longer marked as pending. */
  WITHIN_UNMARK,
  /** None of a batch is marked as pending, the relay does not know. */
  AFTER_UNMARK
}
