package io.cornershop.bootstrap;

import io.cornershop.eventing.timers.TimerNode;
import io.cornershop.eventing.timers.TimerStore;

/** The timers that nodes with the role {@code notifications} fire, and what fires them. */
final class NotificationTimers {

  /** Those that are set. */
  record Timers(TimerStore store) {}

  /** What fires them on this node. */
  record Node(TimerNode node) {}

  private NotificationTimers() {}
}
