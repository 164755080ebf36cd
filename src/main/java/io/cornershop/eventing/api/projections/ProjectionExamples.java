package io.cornershop.eventing.api.projections;

/** Examples for the OpenAPI document. */
final class ProjectionExamples {

  static final String ONE =
      """
      {"name": "order_details", "state": "REBUILDING", "activeVersion": 1, "filledGaps": 0,
       "job": {"id": "2f1f5a52-6c53-4b52-9a57-0f6f1c5e8f10", "kind": "REBUILD",
               "status": "RUNNING", "phase": "BUILDING", "targetVersion": 2, "flip": "EQUAL",
               "askedAt": "2026-11-26T12:00:00Z", "position": 412000, "lastPosition": 990000,
               "events": 410, "commitsPerSecond": 2100, "timeLeft": "PT0.275S"}}
      """;

  static final String PAGE = "{\"items\": [" + ONE + "]}";

  private ProjectionExamples() {}
}
