package io.cornershop.kernel;

/** The caller's expected sequence is not the aggregate's present one. */
public final class StaleVersion extends RuntimeException {

  private final long actual;

  public StaleVersion(long expected, long actual) {
    super("Expected sequence " + expected + ", but it is " + actual, null, false, false);
    this.actual = actual;
  }

  /** The aggregate's present sequence. */
  public long actual() {
    return actual;
  }
}
