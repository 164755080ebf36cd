package io.cornershop.notifications.ledger;

import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps entries. Implementations are thread-safe, and what a call has returned is durable and seen
 * by every node. Every method throws {@link io.cornershop.kernel.Unavailable} when the database
 * does not answer; then it is not certain what was written, and the same call may be repeated.
 */
public interface Ledger {

  /** Which entries; all of what is absent. */
  record Filter(
      Optional<CustomerId> customerId, Optional<Channel> channel, Optional<State> state) {}

  /** A place in the list. */
  record Place(Instant enteredAt, NotificationId id) {}

  /**
   * Adds an entry, unless there is one with this id.
   *
   * @return the one that is there now: this, or the one from before
   */
  Entry enter(Entry entry);

  /** The entry with this id. */
  Optional<Entry> find(NotificationId id);

  /**
   * Puts {@code next} in the place of the entry before it: the one with the same id and the version
   * that is one less. Of those who have seen the same, one wins.
   *
   * @return false when there is no such entry any more; then nothing was changed
   */
  boolean replace(Entry next);

  /**
   * Up to {@code limit} entries, those entered last first, by time and then by id.
   *
   * @param after where to go on: only entries behind it in this order
   */
  List<Entry> list(Filter filter, Optional<Place> after, int limit);

  /** How many entries are not settled, by channel and state; in no order, none without any. */
  List<Unsettled> unsettled();

  /** How many entries of a channel are in a state that is no end. */
  record Unsettled(Channel channel, State state, long entries) {}
}
