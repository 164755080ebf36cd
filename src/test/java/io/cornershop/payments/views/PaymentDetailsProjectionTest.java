package io.cornershop.payments.views;

import static io.cornershop.payments.PaymentFixtures.AMOUNT;
import static io.cornershop.payments.PaymentFixtures.AT;
import static io.cornershop.payments.PaymentFixtures.AUTHORIZED;
import static io.cornershop.payments.PaymentFixtures.CANCELLATION_REQUESTED;
import static io.cornershop.payments.PaymentFixtures.COMPLETED;
import static io.cornershop.payments.PaymentFixtures.INITIATED;
import static io.cornershop.payments.PaymentFixtures.PART;
import static io.cornershop.payments.PaymentFixtures.REFERENCE;
import static io.cornershop.payments.PaymentFixtures.REFUNDED;
import static io.cornershop.payments.PaymentFixtures.REFUND_FAILED;
import static io.cornershop.payments.PaymentFixtures.REFUND_REQUESTED;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.Money;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.testing.ProjectionSpec;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentDetailsProjectionTest {

  private static final StreamId STREAM = new StreamId("Payment", "cart-1");

  private static PaymentDetails row(
      String status,
      Optional<Money> refunded,
      Optional<String> refund,
      Optional<String> reason,
      long sequence) {
    return new PaymentDetails(
        "cart-1",
        "cart-1",
        "customer-ada",
        status,
        Optional.of(AMOUNT),
        refunded,
        refund,
        Optional.of("sandbox-approve"),
        Optional.of(REFERENCE),
        reason,
        AT,
        sequence);
  }

  private static ProjectionSpec<PaymentDetails> given(PaymentEvent... events) {
    return ProjectionSpec.of(new PaymentDetailsProjection()).given(STREAM, events);
  }

  @Test
  void a_refund_that_fails_takes_nothing_back_of_one_that_was_paid() {
    given(
            INITIATED,
            AUTHORIZED,
            COMPLETED,
            REFUND_REQUESTED,
            REFUNDED,
            REFUND_REQUESTED,
            REFUND_FAILED)
        .then(
            row(
                "PartiallyRefunded",
                Optional.of(PART),
                Optional.of("Failed"),
                Optional.of("account_closed"),
                7));
  }

  @Test
  void a_refund_shows_where_it_stands_and_the_payment_stays_what_it_is() {
    given(INITIATED, AUTHORIZED, COMPLETED, REFUND_REQUESTED)
        .then(row("Completed", Optional.empty(), Optional.of("Requested"), Optional.empty(), 4));
    given(INITIATED, AUTHORIZED, COMPLETED, REFUND_REQUESTED, REFUND_FAILED)
        .then(
            row(
                "Completed",
                Optional.empty(),
                Optional.of("Failed"),
                Optional.of("account_closed"),
                5));
  }

  @Test
  void a_refund_that_works_at_last_leaves_no_reason_of_a_failure() {
    given(
            INITIATED,
            AUTHORIZED,
            COMPLETED,
            REFUND_REQUESTED,
            REFUND_FAILED,
            REFUND_REQUESTED,
            REFUNDED)
        .then(
            row(
                "PartiallyRefunded",
                Optional.of(PART),
                Optional.of("Completed"),
                Optional.empty(),
                7));
  }

  @Test
  void the_cancellation_of_a_payment_is_a_refund_only_when_it_was_taken() {
    given(INITIATED, AUTHORIZED, CANCELLATION_REQUESTED)
        .then(row("Authorized", Optional.empty(), Optional.empty(), Optional.empty(), 3));
    given(INITIATED, AUTHORIZED, COMPLETED, CANCELLATION_REQUESTED)
        .then(row("Completed", Optional.empty(), Optional.of("Requested"), Optional.empty(), 4));
  }
}
