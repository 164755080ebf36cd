package io.cornershop.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All ways to take turns between sequences, each of which keeps its own order. */
final class Interleavings {

  private Interleavings() {}

  static <T> Stream<List<T>> of(List<List<T>> sequences) {
    List<List<T>> open = sequences.stream().filter(sequence -> !sequence.isEmpty()).toList();
    if (open.isEmpty()) {
      return Stream.of(List.of());
    }
    return IntStream.range(0, open.size()).boxed().flatMap(turn -> beginning(open, turn));
  }

  private static <T> Stream<List<T>> beginning(List<List<T>> open, int turn) {
    List<List<T>> rest = new ArrayList<>(open);
    List<T> sequence = open.get(turn);
    rest.set(turn, sequence.subList(1, sequence.size()));
    return of(rest)
        .map(tail -> Stream.concat(Stream.of(sequence.getFirst()), tail.stream()).toList());
  }
}
