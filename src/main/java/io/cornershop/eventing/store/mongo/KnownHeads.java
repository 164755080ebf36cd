package io.cornershop.eventing.store.mongo;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.kernel.Latest;

/**
 * Heads that this process has read or written lately, and which are therefore real. Bounded;
 * thread-safe. A commit never changes, so a head that was real once stays so.
 */
final class KnownHeads {

  private static final int CAPACITY = 20_000;

  private final Latest<StreamHead, Boolean> heads = new Latest<>(CAPACITY);

  void add(Commit last) {
    heads.put(last.head(), true);
  }

  /** Whether the head is known to be real; the empty head of a stream always is. */
  boolean contains(StreamHead head) {
    return head.equals(StreamHead.empty(head.stream())) || heads.find(head).isPresent();
  }
}
