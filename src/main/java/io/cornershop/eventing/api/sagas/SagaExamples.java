package io.cornershop.eventing.api.sagas;

/** What the OpenAPI document shows. */
final class SagaExamples {

  private static final String FIELDS =
      """
      "sagaId": "0199f3a2-7c11-7d0a-8f0e-2f6d8c1b9e55", "sagaType": "order-fulfilment",
       "definitionVersion": 1, "orderId": "0199f3a2-7c11-7d0a-8f0e-2f6d8c1b9e55",
       "state": "COMPENSATION_FAILED", "step": "ProcessPayment", "attempt": 5,
       "reason": "ProcessPayment had no answer within PT10M",
       "startedAt": "2026-11-01T12:00:00Z", "updatedAt": "2026-11-01T13:00:00Z", "sequence": 14""";

  static final String SAGA = "{" + FIELDS + "}";

  static final String PAGE = "{\"items\": [" + SAGA + "]}";

  static final String DETAILS =
      "{"
          + FIELDS
          + """
          ,
           "history": [{"sequence": 1, "eventId": "01a21444-5e28-7416-b5ea-eefc3437143a",
             "eventType": "SagaStarted", "timestamp": "2026-11-01T12:00:00Z", "what": "started",
             "userId": "ada", "correlationId": "01a21444-5e28-7416-b5ea-eefc3437143b"}],
           "commands": [{"commandId": "5f0c2a52-8d0b-8c1e-9a3f-0f4b7d1c2e3a",
             "step": "CreateOrder", "direction": "do", "round": 0, "command": "CreateOrder",
             "events": [{"eventId": "01a21444-5e28-7416-b5ea-eefc3437143c",
               "eventType": "OrderCreated", "aggregateType": "Order",
               "aggregateId": "0199f3a2-7c11-7d0a-8f0e-2f6d8c1b9e55", "sequence": 1}]}],
           "timers": [], "payments": ["0199f3a2-7c11-7d0a-8f0e-2f6d8c1b9e55"],
           "links": {"order": "/api/orders/0199f3a2-7c11-7d0a-8f0e-2f6d8c1b9e55",
             "payments": "/api/payments?orderId=0199f3a2-7c11-7d0a-8f0e-2f6d8c1b9e55",
             "timeline": "/api/orders/0199f3a2-7c11-7d0a-8f0e-2f6d8c1b9e55/timeline",
             "correlation":
               "/api/eventstore/events/correlation/01a21444-5e28-7416-b5ea-eefc3437143b",
             "events": "/api/eventstore/events/Saga/0199f3a2-7c11-7d0a-8f0e-2f6d8c1b9e55"}}
          """;

  static final String STATISTICS =
      """
      {"types": [{"sagaType": "order-fulfilment", "total": 4711,
        "states": {"RUNNING": 2, "COMPENSATION_FAILED": 1, "COMPLETED": 4600, "COMPENSATED": 108},
        "open": 3, "needingOperator": 1, "compensations": 109,
        "oldestOpen": "2026-11-01T12:00:00Z", "oldestOpenSeconds": 3600,
        "steps": [
          {"step": "ProcessPayment", "state": "RUNNING", "open": 2,
           "oldest": "2026-11-01T12:59:58Z"},
          {"step": "ProcessPayment", "state": "COMPENSATION_FAILED", "open": 1,
           "oldest": "2026-11-01T12:00:00Z"}]}]}
      """;

  static final String ADOPTED =
      """
      {"items": [{"orderId": "0199f3a2-7c11-7d0a-8f0e-2f6d8c1b9e55",
        "sagaId": "0199f3a2-7c11-7d0a-8f0e-2f6d8c1b9e55", "sagaType": "order-fulfilment",
        "result": "ADOPTED"}]}
      """;

  static final String COMPENSATE = "{\"reason\": \"the customer called\"}";

  private SagaExamples() {}
}
