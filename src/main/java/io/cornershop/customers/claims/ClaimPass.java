package io.cornershop.customers.claims;

/**
 * How far a pass over all registrations has come.
 *
 * @param through the place of the last one that was looked at; 0 before the first
 * @param complete whether it has once seen all of them
 */
public record ClaimPass(long through, boolean complete) {

  /** Before the first. */
  static final ClaimPass NONE = new ClaimPass(0, false);
}
