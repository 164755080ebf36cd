package io.cornershop.eventing.consuming;

import java.util.function.BooleanSupplier;

/** An outlet that expects nothing during an outage. */
record BrakedOutlet(Outlet outlet, BooleanSupplier braked) implements Outlet {

  @Override
  public boolean ready() {
    return outlet.ready() && !braked.getAsBoolean();
  }

  @Override
  public void emit(PolledRecords records) {
    outlet.emit(records);
  }
}
