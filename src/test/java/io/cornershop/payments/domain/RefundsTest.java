package io.cornershop.payments.domain;

import static io.cornershop.payments.PaymentFixtures.ADA;
import static io.cornershop.payments.PaymentFixtures.AMOUNT;
import static io.cornershop.payments.PaymentFixtures.AT;
import static io.cornershop.payments.PaymentFixtures.AUTHORIZED;
import static io.cornershop.payments.PaymentFixtures.COMPLETED;
import static io.cornershop.payments.PaymentFixtures.INITIATED;
import static io.cornershop.payments.PaymentFixtures.ORDER;
import static io.cornershop.payments.PaymentFixtures.PART;
import static io.cornershop.payments.PaymentFixtures.PAYMENT;
import static io.cornershop.payments.PaymentFixtures.REFUNDED;
import static io.cornershop.payments.PaymentFixtures.REFUND_FAILED;
import static io.cornershop.payments.PaymentFixtures.REFUND_REQUESTED;

import io.cornershop.kernel.Money;
import io.cornershop.payments.PaymentCommand;
import io.cornershop.payments.PaymentCommand.RecordRefund;
import io.cornershop.payments.PaymentCommand.RecordRefundFailure;
import io.cornershop.payments.PaymentCommand.RequestRefund;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.PaymentEvent.PaymentRefunded;
import io.cornershop.testing.DeciderSpec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RefundsTest {

  private final DeciderSpec<PaymentCommand, Payment, PaymentEvent> payment =
      DeciderSpec.of(new PaymentDecider());

  private static RequestRefund refund(String id, Money amount) {
    return new RequestRefund(PAYMENT, id, amount, "returned", AT);
  }

  private DeciderSpec<PaymentCommand, Payment, PaymentEvent>.Given completed() {
    return payment.given(INITIATED, AUTHORIZED, COMPLETED);
  }

  @Test
  void a_refund_gives_a_part_back_once() {
    RecordRefund paid = new RecordRefund(PAYMENT, "return-1", PART, AT);
    completed()
        .when(refund("return-1", PART))
        .then(REFUND_REQUESTED)
        .when(paid)
        .then(REFUNDED)
        .when(paid)
        .thenNothing();
  }

  @Test
  void a_refund_is_asked_for_once() {
    payment
        .given(INITIATED, AUTHORIZED, COMPLETED, REFUND_REQUESTED)
        .when(refund("return-1", PART))
        .thenNothing();
    payment
        .given(INITIATED, AUTHORIZED, COMPLETED, REFUND_REQUESTED, REFUNDED)
        .when(refund("return-1", PART))
        .thenNothing();
  }

  @Test
  void a_refund_keeps_its_amount() {
    payment
        .given(INITIATED, AUTHORIZED, COMPLETED, REFUND_REQUESTED)
        .when(refund("return-1", AMOUNT))
        .thenRejected("refund-already-exists");
  }

  @Test
  void a_refund_never_exceeds_what_is_left() {
    completed()
        .when(refund("return-1", AMOUNT.plus(Money.of("0.01", "EUR"))))
        .thenRejected("refund-exceeds-payment");
    payment
        .given(INITIATED, AUTHORIZED, COMPLETED, REFUND_REQUESTED)
        .when(refund("return-2", AMOUNT))
        .thenRejected("refund-exceeds-payment");
    payment
        .given(INITIATED, AUTHORIZED, COMPLETED, REFUND_REQUESTED, REFUNDED)
        .when(refund("return-2", AMOUNT))
        .thenRejected("refund-exceeds-payment");
  }

  @Test
  void a_refund_is_of_something_in_the_currency_of_the_payment() {
    completed()
        .when(refund("return-1", Money.of("0", "EUR")))
        .thenRejected("refund-exceeds-payment");
    completed()
        .when(refund("return-1", Money.of("1", "USD")))
        .thenRejected("refund-exceeds-payment");
  }

  @Test
  void a_refund_of_the_rest_completes_it() {
    Money rest = AMOUNT.minus(PART);
    payment
        .given(INITIATED, AUTHORIZED, COMPLETED, REFUND_REQUESTED, REFUNDED)
        .when(new RecordRefund(PAYMENT, PaymentEvent.CANCELLATION, rest, AT))
        .then(
            new PaymentRefunded(
                PAYMENT, ORDER, ADA, PaymentEvent.CANCELLATION, rest, AMOUNT, true, AT));
  }

  @Test
  void a_refund_that_fails_leaves_the_money_to_be_given_back_otherwise() {
    payment
        .given(INITIATED, AUTHORIZED, COMPLETED, REFUND_REQUESTED)
        .when(new RecordRefundFailure(PAYMENT, "return-1", REFUND_FAILED.reason(), AT))
        .then(REFUND_FAILED)
        .when(refund("return-2", AMOUNT))
        .then(
            new PaymentEvent.PaymentRefundRequested(
                PAYMENT, ORDER, ADA, "return-2", AMOUNT, "returned", AT));
  }

  @Test
  void a_refund_that_nobody_asked_for_cannot_fail() {
    completed()
        .when(new RecordRefundFailure(PAYMENT, "return-1", "account_closed", AT))
        .thenNothing();
  }

  @Test
  void a_refund_of_what_was_not_taken_is_refused() {
    payment
        .given(INITIATED, AUTHORIZED)
        .when(refund("return-1", PART))
        .thenRejected("payment-not-completed");
  }
}
