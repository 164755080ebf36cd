package io.cornershop.eventing.projections;

/**
 * Where the rows of a view's version lie. The only place that knows; version 1 lies where the
 * repositories look by themselves.
 */
public final class ViewCollections {

  /** The collection of the pointers {@code {_id: view, active}}. */
  public static final String REGISTRY = "projections";

  /** The version of a view that has never been rebuilt. */
  public static final int FIRST = 1;

  private ViewCollections() {}

  /** The name of the collection. */
  public static String nameOf(String view, int version) {
    return version == FIRST ? view : view + "_v" + version;
  }
}
