package io.cornershop.bench;

import java.util.ArrayList;
import java.util.List;

/** Lets both sides run in turns, so that what slows the machine down meets both. */
record Rounds(Series ours, Series raw) {

  /** One round of one side. */
  interface Side {
    double run() throws InterruptedException;
  }

  /** Runs {@code count} rounds of each side; who begins changes with every pair. */
  static Rounds of(int count, Side ours, Side raw) throws InterruptedException {
    List<Double> oursRounds = new ArrayList<>();
    List<Double> rawRounds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (i % 2 == 0) {
        oursRounds.add(ours.run());
        rawRounds.add(raw.run());
      } else {
        rawRounds.add(raw.run());
        oursRounds.add(ours.run());
      }
    }
    return new Rounds(new Series(oursRounds), new Series(rawRounds));
  }

  Result named(String name, String unit, Target target) {
    return new Result(name, unit, ours, raw, target);
  }
}
