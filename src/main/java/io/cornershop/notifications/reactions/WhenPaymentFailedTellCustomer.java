package io.cornershop.notifications.reactions;

import io.cornershop.notifications.messages.Subject;
import io.cornershop.payments.PaymentEvent.PaymentFailed;

/** No money was taken, and the customer may want to pay in another way. */
final class WhenPaymentFailedTellCustomer implements Telling<PaymentFailed> {

  @Override
  public String name() {
    return "when-payment-failed-tell-customer";
  }

  @Override
  public Class<PaymentFailed> event() {
    return PaymentFailed.class;
  }

  @Override
  public News tell(PaymentFailed event) {
    return News.ofOrder(
            Subject.PAYMENT_FAILED, event.orderId(), event.customerId(), event.failedAt())
        .over(event.amount())
        .because(event.reason());
  }
}
