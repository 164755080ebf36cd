package io.cornershop.eventing.timers;

/**
 * Does what timers of one kind are for. Application-scoped CDI beans, found by type; thread-safe.
 */
public interface TimerHandler {

  /** The kind; stored with each timer, so it never changes. In kebab case. */
  String kind();

  /**
   * Is called when a timer is due, once or more, also on two nodes at the same moment and, where a
   * clock is wrong, too early: the effect of one timer and due time must be the same. What it has
   * caused must be durable when it returns; then the timer is gone. When it throws, the timer fires
   * again later.
   */
  void fire(Timer timer);
}
