package io.cornershop.observability.metrics;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which values the labels have. What is not known is {@link #OTHER}, so that no id and nothing that
 * came from outside becomes a series of its own. Immutable; the questions must be thread-safe.
 */
public final class Vocabulary {

  /** Stands for every value that is not known. */
  public static final String OTHER = "other";

  private final Map<Label, Predicate<String>> known;

  /**
   * @param known of each label, which values it has
   * @throws IllegalArgumentException when a label is missing: it would not be bounded
   */
  public Vocabulary(Map<Label, Predicate<String>> known) {
    EnumSet<Label> missing = EnumSet.allOf(Label.class);
    missing.removeAll(known.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("Nothing says which values these have: " + missing);
    }
    this.known = new EnumMap<>(known);
  }

  /** The value, or {@link #OTHER}. */
  String bounded(Label label, String value) {
    return known.get(label).test(value) ? value : OTHER;
  }
}
