package io.cornershop.eventing.deadletters;

/** What becomes of a letter. */
public enum LetterState {
  /** Something did not answer; it is tried again by itself. */
  RETRYING,
  /** It needs an operator, or a build without the bug. */
  PARKED,
  /** Written by a newer build; it is tried again by newer code. */
  WAITING_FOR_UPGRADE,
  /** It waits behind the head of its sequence. */
  WAITING,
  /** It was handled in the end. */
  RETRIED,
  /** An operator gave it up. */
  DISCARDED;

  /** Whether something is still to be done. */
  public boolean open() {
    return this != RETRIED && this != DISCARDED;
  }

  /** Whether it can hold others: it has failed itself. */
  public boolean heads() {
    return open() && this != WAITING;
  }
}
