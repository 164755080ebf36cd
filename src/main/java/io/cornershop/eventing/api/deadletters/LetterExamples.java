package io.cornershop.eventing.api.deadletters;

/** What the OpenAPI document shows. */
final class LetterExamples {

  static final String LETTER =
      """
      {"id": "5f0c2a52-8d0b-8c1e-9a3f-0f4b7d1c2e3a", "consumer": "projections/order-details",
       "topic": "orders.events", "partition": 3, "offset": 4711, "key": "order-1",
       "recordKey": "order-1", "position": 412000,
       "reason": "java.lang.IllegalStateException: a bug", "attempts": 4, "state": "PARKED",
       "waitingBehind": 2, "firstFailedAt": "2026-11-01T12:00:00Z",
       "lastFailedAt": "2026-11-01T12:00:01Z",
       "payload": {"base64": "e30=", "text": "{}"},
       "headers": [{"name": "eventType", "value": {"base64": "T3JkZXJDcmVhdGVk",
                    "text": "OrderCreated"}}]}
      """;

  static final String PAGE = "{\"items\": [" + LETTER + "]}";

  static final String DISCARD = "{\"reason\": \"a test order of the fair\"}";

  static final String RETRY_MANY = "{\"consumer\": \"projections/order-details\", \"limit\": 100}";

  static final String RETRIED = "{\"sequences\": 17}";

  static final String PAYLOAD =
      """
      {"text": "{\\"eventId\\": \\"...\\"}", "reason": "the carrier left a field out"}
      """;

  private LetterExamples() {}
}
