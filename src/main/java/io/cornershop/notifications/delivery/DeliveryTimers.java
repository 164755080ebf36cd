package io.cornershop.notifications.delivery;

import io.cornershop.eventing.timers.Timers;
import io.cornershop.notifications.NotificationId;
import java.time.Instant;

/** The one timer that each message has until nothing is left to do. Thread-safe. */
public final class DeliveryTimers {

  static final String KIND = "notification";

  private final Timers timers;

  public DeliveryTimers(Timers timers) {
    this.timers = timers;
  }

  /**
   * Lets a message be looked after at a time, and not before.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  public void schedule(NotificationId id, Instant due) {
    timers.schedule(KIND + "/" + id, KIND, id.value(), due);
  }
}
