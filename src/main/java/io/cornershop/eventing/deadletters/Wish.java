package io.cornershop.eventing.deadletters;

/**
 * What an operator wants to be done with the head of a sequence. The owner of its partition carries
 * it out.
 *
 * @param letter the head that the operator saw; the wish is void when it is another one by then
 */
public record Wish(Kind kind, String letter) {

  /** What to do. */
  public enum Kind {
    /** Try it again, and then what waits behind it. */
    RETRY,
    /** Give it up, and go on with what waits behind it. */
    DISCARD
  }
}
