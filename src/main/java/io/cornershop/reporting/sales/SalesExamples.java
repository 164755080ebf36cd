package io.cornershop.reporting.sales;

/** What the API document shows. */
final class SalesExamples {

  private static final String SALES =
      """
      {"currency": "EUR", "orders": 3, "amount": {"amount": "149.40", "currency": "EUR"},
       "cancelledOrders": 1, "cancelledAmount": {"amount": "49.80", "currency": "EUR"},
       "returnedOrders": 0, "returnedAmount": {"amount": "0.00", "currency": "EUR"},
       "revenue": {"amount": "99.60", "currency": "EUR"}}""";
  static final String REPORT =
      """
      {"from": "2026-12-30", "to": "2027-01-05", "groupBy": "week", "timeZone": "UTC",
       "items": [
         {"period": "2026-W53", "from": "2026-12-30", "to": "2027-01-03", "sales": [
      """
          + SALES
          + """
         ]},
         {"period": "2027-W01", "from": "2027-01-04", "to": "2027-01-05", "sales": []}],
       "totals": [
      """
          + SALES
          + "], \"latestOrderAt\": \"2027-01-05T12:05:00Z\"}";
  static final String TOP =
      """
      {"items": [
        {"productId": "teapot-red", "productName": "Red teapot", "quantity": 12,
         "revenue": [{"amount": "298.80", "currency": "EUR"}]}],
       "latestOrderAt": "2027-01-05T12:05:00Z"}""";
  static final String CUSTOMER =
      """
      {"customerId": "ada", "orders": 3, "totals": [
      """
          + SALES
          + """
      ], "lastOrderId": "01a21444-5e28-7416-b5ea-eefc3437143a",
       "lastOrderAt": "2026-12-31T12:05:00Z"}""";

  private SalesExamples() {}
}
