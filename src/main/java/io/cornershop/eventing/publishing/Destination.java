package io.cornershop.eventing.publishing;

import io.cornershop.eventing.publishing.RelayStatus.Condition;
import io.cornershop.eventing.publishing.topics.TopicSetup;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.TopicMark;
import io.cornershop.kernel.Unavailable;
import java.util.Map;
import java.util.Optional;

/** What is published, and to which topics. Immutable; as thread-safe as its parts. */
record Destination(Outbox outbox, TopicSetup topics) {

  /**
   * Notes in the store which topics these are, before the first record goes there: of one that was
   * made anew it is known then what it lacks, also to consumers that were not there.
   *
   * @throws RelaySetback when the brokers do not answer
   * @throws Unavailable when the database does not answer
   */
  void note() {
    ids().forEach(this::note);
  }

  private Map<String, String> ids() {
    try {
      return topics.ids();
    } catch (Unavailable e) {
      throw new RelaySetback(Condition.WAITING_FOR_KAFKA, e.getMessage(), e);
    }
  }

  private void note(String name, String id) {
    PositionLog log = outbox.positions();
    Optional<TopicMark> seen = log.topic(name);
    while (seen.filter(mark -> mark.id().equals(id)).isEmpty()
        && !log.markTopic(seen, new TopicMark(name, id, seen.isEmpty() ? 0 : log.published()))) {
      seen = log.topic(name);
    }
  }
}
