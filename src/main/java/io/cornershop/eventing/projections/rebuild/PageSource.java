package io.cornershop.eventing.projections.rebuild;

/**
 * The history in an order of its own, page by page. Thread-safe.
 *
 * @param <K> a place in that order
 */
interface PageSource<K> {

  /**
   * The page behind a place.
   *
   * @throws IllegalStateException when the store lacks something of it
   */
  Page<K> behind(K place);

  /** How many commits a page has at most. */
  int size();
}
