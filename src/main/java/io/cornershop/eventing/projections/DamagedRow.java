package io.cornershop.eventing.projections;

/**
 * A row that is stored, but not as any build writes it: somebody has changed it from outside. No
 * repeat heals it; a rebuild makes it anew.
 */
public final class DamagedRow extends RuntimeException {

  DamagedRow(String view, String id, Throwable cause) {
    super(
        "The row %s of %s cannot be read: it was changed from outside. A rebuild makes it anew"
            .formatted(id, view),
        cause);
  }
}
