package io.cornershop.eventing.store;

/**
 * An entry is in the position log, but not in a form that one can have: somebody has damaged it.
 */
public final class UnreadableEntry extends IllegalStateException {

  private final long number;

  public UnreadableEntry(long number, Throwable cause) {
    super("The entry " + number + " of the position log is damaged and cannot be read", cause);
    this.number = number;
  }

  public long number() {
    return number;
  }
}
