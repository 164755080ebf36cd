package io.cornershop.payments.gateway;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.gateway.PaymentCourse.Past;
import java.util.ArrayList;
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
    return courseOf(payment).standing();
  }

  PaymentCourse courseOf(StreamId payment) {
    List<Past> past = new ArrayList<>();
    List<Commit> page;
    long next = 1;
    do {
      page = store.read(payment, next, PAGE);
      for (Commit commit : page) {
        commit.events().forEach(event -> past.add(decoded(event)));
        next = commit.lastSequence() + 1;
      }
    } while (page.size() == PAGE);
    return new PaymentCourse(past);
  }

  private Past decoded(EventEnvelope event) {
    return new Past(event, (PaymentEvent) json.decode(event));
  }
}
