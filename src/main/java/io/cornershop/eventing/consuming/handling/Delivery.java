package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.partitions.Polled;
import io.cornershop.kernel.Span;
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
  private final Runnable consumed;
  private final Span span;
  private final AtomicBoolean dropped = new AtomicBoolean();
  private final AtomicBoolean held = new AtomicBoolean();

  /**
   * @param consumed is run when all handlers have handled it, before {@code settled}
   * @param span all that the handlers do; ends with it
   */
  Delivery(Polled polled, int handlers, Settled settled, Runnable consumed, Span span) {
    this.span = span;
    this.polled = polled;
    this.settled = settled;
    this.consumed = consumed;
    this.open = new AtomicInteger(handlers);
  }

  Polled polled() {
    return polled;
  }

  /** All that the handlers do with it. */
  Span span() {
    return span;
  }

  /** One handler's effect is durable. */
  void handled() {
    settle();
  }

  /** For one handler it is held, or was given up before. */
  void held() {
    held.set(true);
    span.failed("held");
    settle();
  }

  /** One handler will not get the record here any more. */
  void dropped() {
    dropped.set(true);
    span.told("dropped");
    settle();
  }

  private void settle() {
    if (open.decrementAndGet() == 0) {
      if (!dropped.get() && !held.get()) {
        consumed.run();
      }
      span.end();
      settled.settled(!dropped.get());
    }
  }
}
