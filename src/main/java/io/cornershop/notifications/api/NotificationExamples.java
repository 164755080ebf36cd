package io.cornershop.notifications.api;

/** What messages look like in the OpenAPI document. */
final class NotificationExamples {

  static final String NOTIFICATION =
      """
      {"id": "2c5b1f7e-8a0d-8e4b-9b1e-3f6d2a7c9e10", "customerId": "ada", "channel": "EMAIL",
       "reason": "OrderShipped", "eventId": "01a21444-5e28-7416-b5ea-eefc3437143a",
       "recipient": "ada@example.org", "state": "SENT", "attempts": 1,
       "enteredAt": "2026-11-01T12:00:00Z", "sentAt": "2026-11-01T12:00:01Z",
       "reference": "<2c5b1f7e-8a0d-8e4b-9b1e-3f6d2a7c9e10@shop.example>",
       "content": {"subject": "Your order is on its way", "text": "Dear Ada, ..."}}
      """;

  static final String PAGE =
      """
      {"items": [{"id": "2c5b1f7e-8a0d-8e4b-9b1e-3f6d2a7c9e10", "customerId": "ada",
       "channel": "EMAIL", "reason": "OrderShipped",
       "eventId": "01a21444-5e28-7416-b5ea-eefc3437143a", "recipient": "a***@example.org",
       "state": "FAILED", "why": "550 no such mailbox", "attempts": 1,
       "enteredAt": "2026-11-01T12:00:00Z"}]}
      """;

  static final String RESEND =
      """
      {"reason": "The customer has cleared the mailbox"}
      """;

  private NotificationExamples() {}
}
