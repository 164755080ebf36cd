package io.cornershop.payments.domain;

import static io.cornershop.payments.PaymentFixtures.ADA;
import static io.cornershop.payments.PaymentFixtures.AT;
import static io.cornershop.payments.PaymentFixtures.AUTHORIZED;
import static io.cornershop.payments.PaymentFixtures.CANCEL;
import static io.cornershop.payments.PaymentFixtures.CANCELLATION_REQUESTED;
import static io.cornershop.payments.PaymentFixtures.COMPLETED;
import static io.cornershop.payments.PaymentFixtures.FAILED;
import static io.cornershop.payments.PaymentFixtures.INITIATE;
import static io.cornershop.payments.PaymentFixtures.INITIATED;
import static io.cornershop.payments.PaymentFixtures.METHOD;
import static io.cornershop.payments.PaymentFixtures.ORDER;
import static io.cornershop.payments.PaymentFixtures.PART;
import static io.cornershop.payments.PaymentFixtures.PAYMENT;
import static io.cornershop.payments.PaymentFixtures.REFERENCE;
import static io.cornershop.payments.PaymentFixtures.UNKNOWN;
import static io.cornershop.payments.PaymentFixtures.VOIDED;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.Money;
import io.cornershop.kernel.NotFound;
import io.cornershop.payments.PaymentCommand;
import io.cornershop.payments.PaymentCommand.InitiatePayment;
import io.cornershop.payments.PaymentCommand.RecordAuthorization;
import io.cornershop.payments.PaymentCommand.RecordCapture;
import io.cornershop.payments.PaymentCommand.RecordFailure;
import io.cornershop.payments.PaymentCommand.RecordRefundFailure;
import io.cornershop.payments.PaymentCommand.RecordUnknownOutcome;
import io.cornershop.payments.PaymentCommand.RecordVoid;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.PaymentEvent.PaymentRefundFailed;
import io.cornershop.testing.DeciderSpec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentDeciderTest {

  private static final RecordAuthorization HELD = new RecordAuthorization(PAYMENT, REFERENCE, AT);
  private static final RecordCapture TAKEN = new RecordCapture(PAYMENT, REFERENCE, AT);
  private static final RecordFailure REFUSED = new RecordFailure(PAYMENT, FAILED.reason(), AT);
  private static final RecordVoid RELEASED = new RecordVoid(PAYMENT, AT);
  private static final RecordUnknownOutcome SILENT = new RecordUnknownOutcome(PAYMENT, AT);

  private final DeciderSpec<PaymentCommand, Payment, PaymentEvent> payment =
      DeciderSpec.of(new PaymentDecider());

  @Nested
  class A_payment {

    @Test
    void begins_with_its_terms() {
      payment.given().when(INITIATE).then(INITIATED);
    }

    @Test
    void is_begun_once() {
      payment.given(INITIATED).when(INITIATE).thenNothing();
      payment.given(INITIATED, AUTHORIZED, COMPLETED).when(INITIATE).thenNothing();
    }

    @Test
    void keeps_its_terms() {
      payment
          .given(INITIATED)
          .when(new InitiatePayment(PAYMENT, ORDER, ADA, PART, METHOD, AT))
          .thenRejected("payment-already-exists");
    }

    @Test
    void is_of_more_than_nothing() {
      Money nothing = Money.of("0", "EUR");
      payment
          .given()
          .when(new InitiatePayment(PAYMENT, ORDER, ADA, nothing, METHOD, AT))
          .thenRejected("invalid-amount");
    }

    @Test
    void that_there_is_not_gets_no_answers() {
      PaymentDecider decider = new PaymentDecider();

      assertThatThrownBy(() -> decider.decide(HELD, decider.initial()))
          .isInstanceOf(NotFound.class);
    }
  }

  @Nested
  class An_answer_of_the_provider {

    @Test
    void that_it_holds_the_amount_counts_once() {
      payment.given(INITIATED).when(HELD).then(AUTHORIZED).when(HELD).thenNothing();
    }

    @Test
    void that_it_has_taken_the_amount_counts_once() {
      payment.given(INITIATED, AUTHORIZED).when(TAKEN).then(COMPLETED).when(TAKEN).thenNothing();
    }

    @Test
    void that_it_has_taken_the_amount_can_come_first() {
      payment.given(INITIATED).when(TAKEN).then(AUTHORIZED, COMPLETED).when(HELD).thenNothing();
    }

    @Test
    void that_it_refuses_ends_the_payment_before_and_after_it_was_held() {
      payment.given(INITIATED).when(REFUSED).then(FAILED).when(REFUSED).thenNothing();
      payment.given(INITIATED, AUTHORIZED).when(REFUSED).then(FAILED);
    }

    @Test
    void that_comes_too_late_changes_nothing() {
      payment.given(INITIATED, AUTHORIZED, COMPLETED).when(REFUSED).thenNothing();
      payment.given(INITIATED, AUTHORIZED, COMPLETED).when(RELEASED).thenNothing();
      payment.given(INITIATED, FAILED).when(HELD).thenNothing();
      payment.given(INITIATED, FAILED).when(TAKEN).thenNothing();
      payment.given(INITIATED, VOIDED).when(HELD).thenNothing();
      payment.given(INITIATED, VOIDED).when(TAKEN).thenNothing();
    }

    @Test
    void that_does_not_come_is_noted_once_for_each_question() {
      payment.given(INITIATED).when(SILENT).then(UNKNOWN).when(SILENT).thenNothing();
      payment.given(INITIATED, UNKNOWN, AUTHORIZED).when(SILENT).then(UNKNOWN);
      payment.given(INITIATED, AUTHORIZED, COMPLETED).when(SILENT).thenNothing();
    }

    @Test
    void that_was_unknown_counts_when_it_comes() {
      payment.given(INITIATED, UNKNOWN).when(HELD).then(AUTHORIZED);
      payment.given(INITIATED, UNKNOWN).when(REFUSED).then(FAILED);
    }
  }

  @Nested
  class A_cancellation {

    @Test
    void is_asked_for_once_wherever_the_payment_stands() {
      payment.given(INITIATED).when(CANCEL).then(CANCELLATION_REQUESTED).when(CANCEL).thenNothing();
      payment
          .given(INITIATED, AUTHORIZED)
          .when(CANCEL)
          .then(CANCELLATION_REQUESTED)
          .when(CANCEL)
          .thenNothing();
      payment
          .given(INITIATED, AUTHORIZED, COMPLETED)
          .when(CANCEL)
          .then(CANCELLATION_REQUESTED)
          .when(CANCEL)
          .thenNothing();
    }

    @Test
    void is_remembered_while_the_provider_answers() {
      payment.given(INITIATED, CANCELLATION_REQUESTED, AUTHORIZED).when(CANCEL).thenNothing();
      payment
          .given(INITIATED, CANCELLATION_REQUESTED, AUTHORIZED, COMPLETED)
          .when(CANCEL)
          .thenNothing();
    }

    @Test
    void ends_a_payment_of_which_nothing_was_taken() {
      payment
          .given(INITIATED, AUTHORIZED, CANCELLATION_REQUESTED)
          .when(RELEASED)
          .then(VOIDED)
          .when(CANCEL)
          .thenNothing();
    }

    @Test
    void before_the_payment_is_begun_keeps_it_from_beginning() {
      payment
          .given()
          .when(CANCEL)
          .then(CANCELLATION_REQUESTED, VOIDED)
          .when(INITIATE)
          .thenRejected("payment-cancelled");
      payment.given(CANCELLATION_REQUESTED, VOIDED).when(CANCEL).thenNothing();
    }

    @Test
    void of_a_payment_that_failed_changes_nothing() {
      payment.given(INITIATED, FAILED).when(CANCEL).thenNothing();
    }

    @Test
    void that_the_provider_refuses_to_pay_back_can_be_asked_for_again() {
      payment
          .given(INITIATED, AUTHORIZED, COMPLETED, CANCELLATION_REQUESTED)
          .when(new RecordRefundFailure(PAYMENT, PaymentEvent.CANCELLATION, "account_closed", AT))
          .then(
              new PaymentRefundFailed(
                  PAYMENT, ORDER, ADA, PaymentEvent.CANCELLATION, "account_closed", AT))
          .when(CANCEL)
          .then(CANCELLATION_REQUESTED);
    }
  }
}
