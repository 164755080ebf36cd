package io.cornershop.eventing.timers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Asks for something to happen at a time. Implementations are thread-safe, and what a call has
 * returned is durable and seen by every node. Every method throws {@link
 * io.cornershop.kernel.Unavailable} when the database does not answer; then it is not certain what
 * was written, and the same call may be repeated.
 */
public interface Timers {

  /**
   * Sets a timer, in the place of the one with this id if there is one.
   *
   * @param id of the timer, chosen by the caller, for instance kind and subject
   * @param kind names the handler that it fires at
   * @param subject what it is about, for the handler
   * @param due not before this time, by the clock of the node that fires it; whole milliseconds are
   *     kept. A time that has passed is due at once
   */
  void schedule(String id, String kind, String subject, Instant due);

  /**
   * Makes a timer fire no more; none with this id is no error. One that is just being fired is
   * fired all the same.
   */
  void cancel(String id);

  /** Those of these timers that are set, in no particular order; ask for few hundreds at most. */
  List<Timer> findAll(Collection<String> ids);
}
