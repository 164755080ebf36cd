package io.cornershop;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tables of rows write with. */
final class Rows {

  private Rows() {}

  /** What is in one of them, or in both. */
  static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
  }
}
