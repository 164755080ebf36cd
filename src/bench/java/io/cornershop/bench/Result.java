package io.cornershop.bench;

/**
 * One line of the table.
 *
 * @param unit of both series
 * @param raw the other side, round for round
 */
record Result(String name, String unit, Series ours, Series raw, Target target) {

  /** Ours against the other side, round by round. */
  Series comparison() {
    return target.compare(ours, raw);
  }

  boolean isMet() {
    return target.isMet(comparison().median());
  }
}
