package io.cornershop.eventing.store.mongo;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.StreamHead;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Heads that this process has read or written lately, and which are therefore real. Bounded;
 * thread-safe. A commit never changes, so a head that was real once stays so.
 */
final class KnownHeads {

  private static final int CAPACITY = 20_000;

  private final Set<StreamHead> heads =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<StreamHead, Boolean> eldest) {
                  return size() > CAPACITY;
                }
              }));

  void add(Commit last) {
    heads.add(last.head());
  }

  /** Whether the head is known to be real; the empty head of a stream always is. */
  boolean contains(StreamHead head) {
    return head.equals(StreamHead.empty(head.stream())) || heads.contains(head);
  }
}
