package io.cornershop.carts.api;

/** What the API document shows. */
final class CartExamples {

  static final String CREATE = "{\"customerId\": \"ada\"}";
  static final String CREATED = "{\"cartId\": \"01a21444-5e28-7416-b5ea-eefc3437143a\"}";
  static final String ADD = "{\"productId\": \"teapot-red\", \"quantity\": 2}";
  static final String QUANTITY = "{\"quantity\": 3}";
  static final String CHECK_OUT =
      """
      {"paymentMethod": "sandbox-approve",
       "shippingAddress": {"name": "Ada Example", "line1": "1 Main Street", "city": "Berlin",
                           "postalCode": "10115", "country": "DE"}}""";
  static final String CHECKED_OUT = "{\"orderId\": \"01a21444-5e28-7416-b5ea-eefc3437143a\"}";
  static final String CART =
      """
      {"cartId": "01a21444-5e28-7416-b5ea-eefc3437143a", "customerId": "ada", "status": "Open",
       "items": [{"productId": "teapot-red", "productName": "Red teapot", "quantity": 2,
                  "unitPrice": {"amount": "24.90", "currency": "EUR"},
                  "totalPrice": {"amount": "49.80", "currency": "EUR"}}],
       "totalAmount": {"amount": "49.80", "currency": "EUR"},
       "createdAt": "2026-03-08T12:00:00Z", "lastActivityAt": "2026-03-08T12:01:00Z",
       "sequence": 2}""";

  private CartExamples() {}
}
