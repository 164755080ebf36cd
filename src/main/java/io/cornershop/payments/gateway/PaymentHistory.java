package io.cornershop.payments.gateway;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.StreamCommits;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.gateway.PaymentCourse.Past;
import java.util.List;

/** Reads where a payment stands from the store, which is ahead of what was published. */
final class PaymentHistory {

  private final StreamCommits commits;
  private final EventJson json;

  PaymentHistory(EventStore store, EventJson json) {
    this.commits = new StreamCommits(store);
    this.json = json;
  }

  Standing of(StreamId payment) {
    return courseOf(payment).standing();
  }

  PaymentCourse courseOf(StreamId payment) {
    return new PaymentCourse(
        commits
            .pages(payment, 1)
            .flatMap(List::stream)
            .flatMap(commit -> commit.events().stream())
            .map(this::decoded)
            .toList());
  }

  private Past decoded(EventEnvelope event) {
    return new Past(event, (PaymentEvent) json.decode(event));
  }
}
