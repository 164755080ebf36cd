package io.cornershop.eventing.testing;

/** The state of a counter. */
public sealed interface Counter {

  /** It counts. */
  record Counting(int total) implements Counter {}

  /** It counts no more. */
  record Ended(int total) implements Counter {}
}
