package io.cornershop.eventing.projections.versions;

import java.util.List;

/**
 * What the comparison of the old and the new version has found.
 *
 * @param rows how many were compared
 * @param differences how many are not the same
 * @param examples the first of them
 */
public record Comparison(long rows, long differences, List<Difference> examples) {

  public Comparison {
    examples = List.copyOf(examples);
  }
}
