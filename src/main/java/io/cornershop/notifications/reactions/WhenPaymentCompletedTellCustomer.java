package io.cornershop.notifications.reactions;

import io.cornershop.notifications.messages.Subject;
import io.cornershop.payments.PaymentEvent.PaymentCompleted;

/** The money has been taken. */
final class WhenPaymentCompletedTellCustomer implements Telling<PaymentCompleted> {

  @Override
  public String name() {
    return "when-payment-completed-tell-customer";
  }

  @Override
  public Class<PaymentCompleted> event() {
    return PaymentCompleted.class;
  }

  @Override
  public News tell(PaymentCompleted event) {
    return News.ofOrder(
            Subject.PAYMENT_COMPLETED, event.orderId(), event.customerId(), event.completedAt())
        .over(event.amount());
  }
}
