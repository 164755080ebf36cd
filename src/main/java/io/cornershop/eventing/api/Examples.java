package io.cornershop.eventing.api;

/** What the OpenAPI document shows. */
final class Examples {

  static final String EVENT =
      """
      {"eventId": "01a21444-5e28-7416-b5ea-eefc3437143a", "eventType": "CartCreated",
       "aggregateType": "Cart", "aggregateId": "c1", "sequence": 1,
       "timestamp": "2026-11-01T12:00:00Z", "version": 1,
       "data": {"cartId": "c1", "customerId": "ada", "createdAt": "2026-11-01T12:00:00Z"},
       "metadata": {"correlationId": "01a21444-5e28-7416-b5ea-eefc3437143b",
       "causationId": "01a21444-5e28-7416-b5ea-eefc3437143c", "userId": "ada", "source": "api"},
       "position": 1000}
      """;

  static final String PAGE =
      "{\"items\": ["
          + EVENT
          + "], \"next\": \"M2JhNTQwOWMtZjkxZC0zYTA4LTg4YTctZmI2YzZiZTNjNjQ0CjEwMDA\"}";

  static final String REPLAY =
      """
      {"aggregateId": "c1", "aggregateType": "Cart", "eventCount": 1,
       "reconstructedState": {"stage": "Open", "cartId": "c1", "customerId": "ada"},
       "events": [{"eventId": "01a21444-5e28-7416-b5ea-eefc3437143a", "eventType": "CartCreated",
       "aggregateType": "Cart", "aggregateId": "c1", "sequence": 1,
       "timestamp": "2026-11-01T12:00:00Z", "version": 1,
       "data": {"cartId": "c1", "customerId": "ada", "createdAt": "2026-11-01T12:00:00Z"},
       "metadata": {"correlationId": "01a21444-5e28-7416-b5ea-eefc3437143b",
       "causationId": "01a21444-5e28-7416-b5ea-eefc3437143c", "userId": "ada", "source": "api"}}]}
      """;

  static final String STATISTICS =
      """
      {"totalEvents": 5, "lastPosition": 4000,
       "byAggregateType": {"Cart": {"events": 3, "streams": 1},
                           "Product": {"events": 2, "streams": 2}}}
      """;

  static final String RELAY =
      """
      {"relay": true, "condition": "RUNNING", "outboxPending": 2, "oldestAge": "PT0.04S",
       "lastPosition": 412000, "publishedPosition": 411000}
      """;

  static final String REPORT =
      """
      {"sound": false, "checked": 50, "findings": [{"problem": "CHANGED_COMMIT",
       "aggregateType": "Order", "aggregateId": "4711", "commit": "Order/4711/000000000003",
       "sequence": 3, "position": 17000,
       "detail": "The commit is not what its hash was made of"}],
       "checkpoint": "dmVyaWZ5CjUwCmZhY2U", "next": "dmVyaWZ5CjUwCmZhY2U"}
      """;

  private Examples() {}
}
