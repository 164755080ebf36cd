package io.cornershop.bench;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** One figure for each round, in the order of the rounds. Immutable. */
record Series(List<Double> rounds) {

  Series {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("A series has at least one round");
    }
  }

  static Series of(double... rounds) {
    return new Series(java.util.Arrays.stream(rounds).boxed().toList());
  }

  double median() {
    List<Double> sorted = rounds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  double lowest() {
    return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  double highest() {
    return rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /**
   * The smallest value that at least {@code share} of all values do not exceed (nearest rank).
   *
   * @param share above 0, at most 1
   */
  double quantile(double share) {
    List<Double> sorted = rounds.stream().sorted().toList();
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  /**
   * Round by round against another series: what slows both in one round down cancels out.
   *
   * @throws IllegalArgumentException when the other has not as many rounds
   */
  Series against(Series other, DoubleBinaryOperator comparison) {
    if (rounds.size() != other.rounds.size()) {
      throw new IllegalArgumentException(
          rounds.size() + " rounds against " + other.rounds.size() + " rounds");
    }
    return new Series(
        IntStream.range(0, rounds.size())
            .mapToObj(i -> comparison.applyAsDouble(rounds.get(i), other.rounds.get(i)))
            .toList());
  }
}
