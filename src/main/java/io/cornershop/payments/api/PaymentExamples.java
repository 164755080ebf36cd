package io.cornershop.payments.api;

/** What callers find in the OpenAPI document. */
final class PaymentExamples {

  static final String PAYMENT =
      """
      {"paymentId": "0199f3a2-7c11-7d0a-8f0e-2f6d8c1b9e55",
       "orderId": "0199f3a2-7c11-7d0a-8f0e-2f6d8c1b9e55", "customerId": "ada",
       "status": "Completed", "amount": {"amount": "49.80", "currency": "EUR"},
       "paymentMethod": "sandbox-approve", "providerReference": "sandbox_17",
       "updatedAt": "2026-03-08T12:05:02Z", "sequence": 3}""";

  static final String PAGE = "{\"items\": [" + PAYMENT + "]}";

  static final String WEBHOOK =
      """
      {"id": "evt_1", "object": "event", "type": "payment_intent.amount_capturable_updated",
       "data": {"object": {"id": "pi_1", "object": "payment_intent", "status": "requires_capture",
       "amount": 4980, "amount_capturable": 4980, "amount_received": 0, "currency": "eur",
       "metadata": {"payment_id": "0199f3a2-7c11-7d0a-8f0e-2f6d8c1b9e55"}}}}""";

  private PaymentExamples() {}
}
