package io.cornershop.eventing.projections.versions;

/** When a version that was built becomes the one that is read. */
public enum FlipWhen {
  /** By itself, if the comparison finds nothing; else when an operator asks. */
  EQUAL,
  /** Only when an operator asks, whatever the comparison finds. */
  ASKED,
  /** By itself, whatever the comparison finds. */
  ALWAYS
}
