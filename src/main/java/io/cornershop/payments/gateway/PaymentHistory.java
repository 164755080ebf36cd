package io.cornershop.payments.gateway;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.payments.PaymentEvent;
import java.util.List;

/** Reads where a payment stands from the store, which is ahead of what was published. */
final class PaymentHistory {

  private static final int PAGE = 50;

  private final EventStore store;
  private final EventJson json;

  PaymentHistory(EventStore store, EventJson json) {
    this.store = store;
    this.json = json;
  }

  Standing of(StreamId payment) {
    Standing standing = Standing.NONE;
    List<Commit> page;
    long next = 1;
    do {
      page = store.read(payment, next, PAGE);
      for (Commit commit : page) {
        standing = after(standing, commit);
        next = commit.lastSequence() + 1;
      }
    } while (page.size() == PAGE);
    return standing;
  }

  private Standing after(Standing before, Commit commit) {
    Standing standing = before;
    for (EventEnvelope event : commit.events()) {
      standing = standing.after((PaymentEvent) json.decode(event), event);
    }
    return standing;
  }
}
