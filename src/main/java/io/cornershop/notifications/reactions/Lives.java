package io.cornershop.notifications.reactions;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.StreamCommits;
import io.cornershop.notifications.ledger.Cause;

/**
 * Tells events of this life of the store from those that were there before it was restored: of the
 * latter, people may have been told what the ledger, restored as well, knows nothing of.
 */
final class Lives {

  private final EventStore store;
  private final StreamCommits commits;

  Lives(EventStore store) {
    this.store = store;
    this.commits = new StreamCommits(store);
  }

  String present() {
    return store.epoch();
  }

  /** Whether an event is of an earlier life, or of none that the store knows. */
  boolean isOfEarlier(Cause cause) {
    String[] stream = cause.stream().split("/", 2);
    return commits
        .holding(new StreamId(stream[0], stream[1]), cause.sequence())
        .filter(commit -> commit.epoch().equals(store.epoch()))
        .isEmpty();
  }
}
