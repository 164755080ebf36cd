package io.cornershop.payments.views;

import static io.cornershop.payments.PaymentFixtures.AMOUNT;
import static io.cornershop.payments.PaymentFixtures.AT;
import static io.cornershop.payments.PaymentFixtures.AUTHORIZED;
import static io.cornershop.payments.PaymentFixtures.COMPLETED;
import static io.cornershop.payments.PaymentFixtures.INITIATED;
import static io.cornershop.payments.PaymentFixtures.PART;
import static io.cornershop.payments.PaymentFixtures.REFERENCE;
import static io.cornershop.payments.PaymentFixtures.REFUNDED;
import static io.cornershop.payments.PaymentFixtures.REFUND_FAILED;
import static io.cornershop.payments.PaymentFixtures.REFUND_REQUESTED;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.testing.ProjectionSpec;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentDetailsProjectionTest {

  private static final StreamId STREAM = new StreamId("Payment", "cart-1");

  @Test
  void a_refund_that_fails_takes_nothing_back_of_one_that_was_paid() {
    ProjectionSpec.of(new PaymentDetailsProjection())
        .given(
            STREAM,
            INITIATED,
            AUTHORIZED,
            COMPLETED,
            REFUND_REQUESTED,
            REFUNDED,
            REFUND_REQUESTED,
            REFUND_FAILED)
        .then(
            new PaymentDetails(
                "cart-1",
                "cart-1",
                "customer-ada",
                "PartiallyRefunded",
                Optional.of(AMOUNT),
                Optional.of(PART),
                Optional.of("sandbox-approve"),
                Optional.of(REFERENCE),
                Optional.of("account_closed"),
                AT,
                7));
  }
}
