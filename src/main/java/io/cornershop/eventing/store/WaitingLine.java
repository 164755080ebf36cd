package io.cornershop.eventing.store;

import io.cornershop.eventing.store.GroupWork.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Who waits in a {@link GroupWork}, in the order of coming, and whether somebody leads.
 * Thread-safe.
 */
final class WaitingLine<J, R> {

  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Ticket<J, R>> waiting = new ArrayDeque<>();
  private boolean led;

  /** Goes to the end of the line, and leads when nobody does; empty when too many wait. */
  Optional<Ticket<J, R>> join(J job, int maxWaiting) {
    lock.lock();
    try {
      if (waiting.size() >= maxWaiting) {
        return Optional.empty();
      }
      Ticket<J, R> ticket = new Ticket<>(job);
      waiting.add(ticket);
      if (!led) {
        passLead();
      }
      return Optional.of(ticket);
    } finally {
      lock.unlock();
    }
  }

  /** Gives the lead to the first that waits, so that its job is in the group that it leads. */
  void passLead() {
    lock.lock();
    try {
      led = !waiting.isEmpty();
      if (led) {
        waiting.element().turn(Turn.LEADS);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Leaves the line; false when the job has begun. */
  boolean withdraw(Ticket<J, R> ticket) {
    lock.lock();
    try {
      boolean left = waiting.remove(ticket);
      if (left && ticket.leads()) {
        passLead();
      }
      return left;
    } finally {
      lock.unlock();
    }
  }

  /** Takes the first that waits, and those behind it that the rule lets go with it. */
  List<Ticket<J, R>> take(Predicate<J> rule) {
    List<Ticket<J, R>> group = new ArrayList<>();
    lock.lock();
    try {
      for (Iterator<Ticket<J, R>> each = waiting.iterator(); each.hasNext(); ) {
        Ticket<J, R> ticket = each.next();
        if (rule.test(ticket.job()) || group.isEmpty()) {
          group.add(ticket);
          each.remove();
        }
      }
      return group;
    } finally {
      lock.unlock();
    }
  }
}
