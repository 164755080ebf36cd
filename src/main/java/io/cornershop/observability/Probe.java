package io.cornershop.observability;

/** Asks one thing that the platform needs whether it answers. */
public interface Probe {

  /** What is asked, as operators call it. */
  String name();

  /**
   * Asks, and gives up within two seconds.
   *
   * @throws Exception when there is no answer
   */
  void ask() throws Exception;
}
