package io.cornershop.eventing.projections.versions;

/**
 * A place in the history as the store has it stream after stream. Immutable.
 *
 * @param commitId of the last commit that was read, empty before the first
 * @param sequence of its last event
 */
public record StreamPlace(String commitId, long sequence) {

  /** Before the first commit. */
  public static final StreamPlace BEGINNING = new StreamPlace("", 0);
}
