package io.cornershop.eventing.deadletters;

/**
 * What an operator wants to be done with the head of a sequence. The owner of its partition carries
 * it out.
 *
 * @param letter the head that the operator saw; the wish is void when it is another one by then
 * @param noted the version of the sequence since which it counts, so that the same thing wished
 *     again is another wish; 0 before it is noted
 */
public record Wish(Kind kind, String letter, long noted) {

  /** What to do. */
  public enum Kind {
    /** Try it again, and then what waits behind it. */
    RETRY,
    /** Give it up, and go on with what waits behind it. */
    DISCARD
  }

  /** One that is not noted yet. */
  Wish(Kind kind, String letter) {
    this(kind, letter, 0);
  }

  Wish notedAt(long version) {
    return new Wish(kind, letter, version);
  }
}
