package io.cornershop.eventing.projections.queries;

/** What the database has added up. Stateless. */
public final class Sums {

  /** Less than any overflow is off, more than floating point ever is on the way there. */
  private static final double TOLERANCE = 1e18;

  private Sums() {}

  /**
   * A sum as a whole number.
   *
   * @throws ArithmeticException when it is none: MongoDB goes on with a floating point number
   *     beyond the range of a long
   */
  public static long exact(Object sum) {
    return switch (sum) {
      case Long whole -> whole;
      case Integer whole -> whole;
      default -> throw beyondRange();
    };
  }

  /**
   * A sum as a whole number, checked against what it is about: the embedded server begins again at
   * the smallest number when a sum is beyond the range of a long.
   *
   * @param about the same sum in floating point, which has no such range
   * @throws ArithmeticException when the two are far apart
   */
  public static long exact(Object sum, double about) {
    long whole = exact(sum);
    if (Math.abs(about - whole) > TOLERANCE) {
      throw beyondRange();
    }
    return whole;
  }

  private static ArithmeticException beyondRange() {
    return new ArithmeticException("A sum of rows is beyond the range of a long");
  }
}
