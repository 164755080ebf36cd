package io.cornershop.eventing.projections.versions;

/** Which version of a view is read by whoever asks now. Implementations are thread-safe. */
@FunctionalInterface
public interface ServedVersions {

  /**
   * The number of the version; 1 for what is no view.
   *
   * @throws io.cornershop.kernel.Unavailable when it cannot be told
   */
  int of(String view);
}
