package io.cornershop.eventing.projections;

import java.util.OptionalInt;

/**
 * Where the rows of a view's version lie. The only place that knows; version 1 lies where the
 * repositories look by themselves.
 */
public final class ViewCollections {

  /** The collection of the states of all views, one document each. */
  public static final String REGISTRY = "projections";

  /** The version of a view that has never been rebuilt. */
  public static final int FIRST = 1;

  private static final String MARK = "_v";
  private static final String NUMBER = "[1-9][0-9]{0,8}";

  private ViewCollections() {}

  /** The name of the collection. */
  public static String nameOf(String view, int version) {
    return version == FIRST ? view : view + MARK + version;
  }

  /** Which version of a view lies in a collection; empty when it is none of this view. */
  public static OptionalInt versionIn(String view, String collection) {
    if (collection.equals(view)) {
      return OptionalInt.of(FIRST);
    }
    String beginning = view + MARK;
    return collection.startsWith(beginning)
            && collection.substring(beginning.length()).matches(NUMBER)
        ? OptionalInt.of(Integer.parseInt(collection.substring(beginning.length())))
        : OptionalInt.empty();
  }
}
