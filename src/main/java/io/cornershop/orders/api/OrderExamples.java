package io.cornershop.orders.api;

/** What the API document shows. */
final class OrderExamples {

  static final String ORDER =
      """
      {"orderId": "01a21444-5e28-7416-b5ea-eefc3437143a", "customerId": "ada",
       "status": "Created", "totalAmount": {"amount": "49.80", "currency": "EUR"},
       "items": [{"productId": "teapot-red", "productName": "Red teapot", "quantity": 2,
                  "unitPrice": {"amount": "24.90", "currency": "EUR"},
                  "totalPrice": {"amount": "49.80", "currency": "EUR"}}],
       "createdAt": "2026-03-08T12:05:00Z", "updatedAt": "2026-03-08T12:05:00Z",
       "sequence": 1}""";
  static final String PAGE = "{\"items\": [" + ORDER + "]}";

  private OrderExamples() {}
}
