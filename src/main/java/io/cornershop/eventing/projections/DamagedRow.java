package io.cornershop.eventing.projections;

import io.cornershop.kernel.ViewDamaged;

/**
 * A row that is stored, but not as any build writes it: somebody has changed it from outside. No
 * repeat heals it; a rebuild makes it anew.
 */
public final class DamagedRow extends ViewDamaged {

  DamagedRow(String view, String id, Throwable cause) {
    super(view + " " + id, cause);
  }
}
