package io.cornershop.eventing.api.external;

/** What the OpenAPI document shows of outside producers. */
final class ExternalExamples {

  static final String SCAN =
      """
      {"eventId": "01a21444-5e28-7416-b5ea-eefc3437143a", "eventType": "ParcelScanned",
       "timestamp": "2026-11-03T10:05:31Z",
       "data": {"orderId": "01a21444-5e28-7416-b5ea-eefc34371001",
       "trackingNumber": "JD014600003SE", "carrier": "Parcel Express", "scan": "DELIVERED",
       "at": "2026-11-03T10:05:30Z"}}
      """;

  static final String SCANS =
      """
      [{"eventId": "01a21444-5e28-7416-b5ea-eefc3437143a", "eventType": "ParcelScanned",
       "version": 1,
       "data": {"orderId": "01a21444-5e28-7416-b5ea-eefc34371001",
       "trackingNumber": "JD014600003SE", "carrier": "Parcel Express", "scan": "PICKED_UP",
       "at": "2026-11-02T16:20:00Z"}},
       {"eventId": "01a21444-5e28-7416-b5ea-eefc3437143b", "eventType": "ParcelScanned",
       "version": 1,
       "data": {"orderId": "01a21444-5e28-7416-b5ea-eefc34371001",
       "trackingNumber": "JD014600003SE", "carrier": "Parcel Express", "scan": "DELIVERED",
       "at": "2026-11-03T10:05:30Z"}}]
      """;

  static final String ANSWER =
      """
      {"events": [{"eventId": "01a21444-5e28-7416-b5ea-eefc3437143a", "aggregateType": "Shipment",
       "aggregateId": "JD014600003SE", "sequence": 2, "repeated": false}]}
      """;

  private ExternalExamples() {}
}
