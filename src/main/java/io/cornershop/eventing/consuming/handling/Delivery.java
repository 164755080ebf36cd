package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.partitions.Polled;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One record on its way to all handlers that want it. Thread-safe. */
final class Delivery {

  /** Is told once how it ended. */
  interface Settled {

    /**
     * @param handled false when a handler was given up here, for the partition's next owner
     */
    void settled(boolean handled);
  }

  private final Polled polled;
  private final Settled settled;
  private final AtomicInteger open;
  private final AtomicBoolean dropped = new AtomicBoolean();

  Delivery(Polled polled, int handlers, Settled settled) {
    this.polled = polled;
    this.settled = settled;
    this.open = new AtomicInteger(handlers);
  }

  Polled polled() {
    return polled;
  }

  /** One handler's effect is durable. */
  void handled() {
    settle();
  }

  /** One handler will not get the record here any more. */
  void dropped() {
    dropped.set(true);
    settle();
  }

  private void settle() {
    if (open.decrementAndGet() == 0) {
      settled.settled(!dropped.get());
    }
  }
}
