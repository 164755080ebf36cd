package io.cornershop.eventing.sagas;

/** What an event says to a step that waits. */
public enum Reply {
  /** What it waits for has happened. */
  DONE,
  /** What it waits for will not happen, and has had no effect. */
  REFUSED,
  /** Nothing. */
  NONE
}
