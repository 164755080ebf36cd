package io.cornershop.notifications.reactions;

import io.cornershop.notifications.messages.Subject;
import io.cornershop.payments.PaymentEvent.PaymentRefunded;

/** The money of this refund is on its way back. */
final class WhenPaymentRefundedTellCustomer implements Telling<PaymentRefunded> {

  @Override
  public String name() {
    return "when-payment-refunded-tell-customer";
  }

  @Override
  public Class<PaymentRefunded> event() {
    return PaymentRefunded.class;
  }

  @Override
  public News tell(PaymentRefunded event) {
    return News.ofOrder(
            Subject.PAYMENT_REFUNDED, event.orderId(), event.customerId(), event.refundedAt())
        .over(event.amount());
  }
}
