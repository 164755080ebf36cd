package io.cornershop.payments;

import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.payments.PaymentCommand.CancelPayment;
import io.cornershop.payments.PaymentCommand.InitiatePayment;
import io.cornershop.payments.PaymentEvent.PaymentAuthorized;
import io.cornershop.payments.PaymentEvent.PaymentCancellationRequested;
import io.cornershop.payments.PaymentEvent.PaymentCompleted;
import io.cornershop.payments.PaymentEvent.PaymentFailed;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.payments.PaymentEvent.PaymentOutcomeUnknown;
import io.cornershop.payments.PaymentEvent.PaymentRefundFailed;
import io.cornershop.payments.PaymentEvent.PaymentRefundRequested;
import io.cornershop.payments.PaymentEvent.PaymentRefunded;
import io.cornershop.payments.PaymentEvent.PaymentVoided;
import java.time.Instant;

/** The payment of one order. */
public final class PaymentFixtures {

  public static final PaymentId PAYMENT = new PaymentId("cart-1");
  public static final OrderId ORDER = new OrderId("cart-1");
  public static final CustomerId ADA = new CustomerId("customer-ada");
  public static final Money AMOUNT = Money.of("81.75", "EUR");
  public static final Money PART = Money.of("7.05", "EUR");
  public static final PaymentMethod METHOD = new PaymentMethod("sandbox-approve");
  public static final String REFERENCE = "pi_1";
  public static final Instant AT = Instant.parse("2026-03-08T12:05:02Z");

  public static final InitiatePayment INITIATE =
      new InitiatePayment(PAYMENT, ORDER, ADA, AMOUNT, METHOD, AT);
  public static final CancelPayment CANCEL =
      new CancelPayment(PAYMENT, ORDER, ADA, "order cancelled", AT);

  public static final PaymentInitiated INITIATED =
      new PaymentInitiated(PAYMENT, ORDER, ADA, AMOUNT, METHOD, AT);
  public static final PaymentAuthorized AUTHORIZED =
      new PaymentAuthorized(PAYMENT, ORDER, ADA, AMOUNT, REFERENCE, AT);
  public static final PaymentCompleted COMPLETED =
      new PaymentCompleted(PAYMENT, ORDER, ADA, AMOUNT, REFERENCE, AT);
  public static final PaymentFailed FAILED =
      new PaymentFailed(PAYMENT, ORDER, ADA, AMOUNT, "card_declined", AT);
  public static final PaymentOutcomeUnknown UNKNOWN =
      new PaymentOutcomeUnknown(PAYMENT, ORDER, ADA, AT);
  public static final PaymentCancellationRequested CANCELLATION_REQUESTED =
      new PaymentCancellationRequested(PAYMENT, ORDER, ADA, CANCEL.reason(), AT);
  public static final PaymentVoided VOIDED = new PaymentVoided(PAYMENT, ORDER, ADA, AT);
  public static final PaymentRefundRequested REFUND_REQUESTED =
      new PaymentRefundRequested(PAYMENT, ORDER, ADA, "return-1", PART, "returned", AT);
  public static final PaymentRefunded REFUNDED =
      new PaymentRefunded(PAYMENT, ORDER, ADA, "return-1", PART, PART, false, AT);
  public static final PaymentRefundFailed REFUND_FAILED =
      new PaymentRefundFailed(PAYMENT, ORDER, ADA, "return-1", "account_closed", AT);

  private PaymentFixtures() {}
}
