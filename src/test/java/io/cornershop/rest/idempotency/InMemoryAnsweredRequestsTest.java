package io.cornershop.rest.idempotency;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

class InMemoryAnsweredRequestsTest extends AnsweredRequestsContract {

  private final Map<String, InMemoryAnsweredRequests.Entry> entries = new HashMap<>();

  @Override
  AnsweredRequests at(Clock clock) {
    return new InMemoryAnsweredRequests(entries, clock);
  }
}
