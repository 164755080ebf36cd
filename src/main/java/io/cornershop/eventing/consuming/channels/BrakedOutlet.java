package io.cornershop.eventing.consuming.channels;

import io.cornershop.eventing.consuming.partitions.PolledRecords;
import io.cornershop.eventing.consuming.polling.Outlet;
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
