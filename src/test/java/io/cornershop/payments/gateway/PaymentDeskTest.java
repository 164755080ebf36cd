package io.cornershop.payments.gateway;

import static io.cornershop.payments.PaymentFixtures.ADA;
import static io.cornershop.payments.PaymentFixtures.AMOUNT;
import static io.cornershop.payments.PaymentFixtures.AT;
import static io.cornershop.payments.PaymentFixtures.CANCEL;
import static io.cornershop.payments.PaymentFixtures.ORDER;
import static io.cornershop.payments.PaymentFixtures.PART;
import static io.cornershop.payments.PaymentFixtures.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.Unavailable;
import io.cornershop.payments.PaymentCommand.RequestRefund;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.PaymentEvent.PaymentAuthorized;
import io.cornershop.payments.PaymentEvent.PaymentCancellationRequested;
import io.cornershop.payments.PaymentEvent.PaymentCompleted;
import io.cornershop.payments.PaymentEvent.PaymentFailed;
import io.cornershop.payments.PaymentEvent.PaymentOutcomeUnknown;
import io.cornershop.payments.PaymentEvent.PaymentRefundFailed;
import io.cornershop.payments.PaymentEvent.PaymentRefundRequested;
import io.cornershop.payments.PaymentEvent.PaymentRefunded;
import io.cornershop.payments.PaymentEvent.PaymentVoided;
import io.cornershop.testing.EmbeddedMongo;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentDeskTest {

  private static final String REFERENCE = DeskFixture.REFERENCE;
  private static final long ALL = AMOUNT.minorUnits();
  private static final RequestRefund REFUND =
      new RequestRefund(PAYMENT, "return-1", PART, "returned", AT);
  private static final PaymentAuthorized AUTHORIZED =
      new PaymentAuthorized(PAYMENT, ORDER, ADA, AMOUNT, REFERENCE, AT);
  private static final PaymentCompleted COMPLETED =
      new PaymentCompleted(PAYMENT, ORDER, ADA, AMOUNT, REFERENCE, AT);
  private static final PaymentOutcomeUnknown UNKNOWN =
      new PaymentOutcomeUnknown(PAYMENT, ORDER, ADA, AT);
  private static final PaymentCancellationRequested CANCELLED =
      new PaymentCancellationRequested(PAYMENT, ORDER, ADA, CANCEL.reason(), AT);
  private static final PaymentVoided VOIDED = new PaymentVoided(PAYMENT, ORDER, ADA, AT);
  private static final PaymentRefundRequested REFUND_REQUESTED =
      new PaymentRefundRequested(PAYMENT, ORDER, ADA, "return-1", PART, "returned", AT);

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private DeskFixture desk;

  @BeforeEach
  void open() {
    desk = new DeskFixture(MONGO.freshDatabase());
  }

  private static PaymentFailed failed(String reason) {
    return new PaymentFailed(PAYMENT, ORDER, ADA, AMOUNT, reason, AT);
  }

  private static PaymentRefunded refunded(String id, Money amount, Money total) {
    return new PaymentRefunded(PAYMENT, ORDER, ADA, id, amount, total, total.equals(AMOUNT), AT);
  }

  private void assertHistory(PaymentEvent... behindInitiation) {
    assertThat(desk.history()).isEqualTo(List.of(behindInitiation));
  }

  private void assertMoved(long held, long captured, long refunded) {
    assertThat(desk.moved()).isEqualTo(new Moved(held, captured, refunded));
  }

  @Test
  void works_in_a_channel_of_its_own_for_what_is_requested_of_payments() {
    assertThat(desk.open())
        .returns("payment-desk", PaymentDesk::name)
        .returns("gateways", PaymentDesk::group)
        .returns(
            Set.of(
                "PaymentInitiated",
                "PaymentAuthorized",
                "PaymentCancellationRequested",
                "PaymentRefundRequested"),
            PaymentDesk::eventTypes);
  }

  @Test
  void holds_the_amount_and_takes_it() {
    desk.initiate("sandbox-approve");
    desk.handleAll();
    assertHistory(AUTHORIZED, COMPLETED);
    assertMoved(0, ALL, 0);
  }

  @Test
  void tells_that_the_provider_has_declined() {
    desk.initiate("sandbox-decline");
    desk.handleAll();
    assertHistory(failed("card_declined"));
    assertMoved(0, 0, 0);
  }

  @Test
  void lets_go_what_cannot_be_taken() {
    desk.initiate("sandbox-capture-fails");
    desk.handleAll();
    assertHistory(AUTHORIZED, failed("capture_failed"));
    assertMoved(0, 0, 0);
  }

  @Test
  void lets_go_what_is_held_when_the_payment_is_cancelled_before_it_is_taken() {
    desk.initiate("sandbox-approve");
    desk.tell(CANCEL);
    desk.handleAll();
    assertHistory(CANCELLED, AUTHORIZED, VOIDED);
    assertMoved(0, 0, 0);
  }

  @Test
  void gives_back_all_when_the_payment_is_cancelled_after_it_was_taken() {
    desk.initiate("sandbox-approve");
    desk.handleAll();
    desk.tell(CANCEL);
    desk.handleAll();
    assertHistory(AUTHORIZED, COMPLETED, CANCELLED, refunded("cancellation", AMOUNT, AMOUNT));
    assertMoved(0, ALL, ALL);
  }

  @Test
  void gives_back_what_is_left_behind_the_refunds_before_the_cancellation() {
    desk.initiate("sandbox-approve");
    desk.handleAll();
    desk.tell(REFUND);
    desk.tell(CANCEL);
    desk.handleAll();
    assertHistory(
        AUTHORIZED,
        COMPLETED,
        REFUND_REQUESTED,
        CANCELLED,
        refunded("return-1", PART, PART),
        refunded("cancellation", AMOUNT.minus(PART), AMOUNT));
    assertMoved(0, ALL, ALL);
  }

  @Test
  void moves_nothing_for_a_payment_that_was_cancelled_before_it_was_begun() {
    desk.tell(CANCEL);
    desk.handleAll();
    assertThat(desk.all()).isEqualTo(List.of(CANCELLED, VOIDED));
    assertThat(desk.account()).isEmpty();
  }

  @Test
  void tells_that_a_refund_was_refused() {
    desk.initiate("sandbox-refund-fails");
    desk.handleAll();
    desk.tell(REFUND);
    desk.handleAll();
    assertHistory(
        AUTHORIZED,
        COMPLETED,
        REFUND_REQUESTED,
        new PaymentRefundFailed(PAYMENT, ORDER, ADA, "return-1", "refund_failed", AT));
    assertMoved(0, ALL, 0);
  }

  @Test
  void tells_that_the_refund_of_a_cancellation_was_refused() {
    desk.initiate("sandbox-refund-fails");
    desk.handleAll();
    desk.tell(CANCEL);
    desk.handleAll();
    assertHistory(
        AUTHORIZED,
        COMPLETED,
        CANCELLED,
        new PaymentRefundFailed(PAYMENT, ORDER, ADA, "cancellation", "refund_failed", AT));
  }

  @Test
  void says_once_that_the_outcome_is_unknown_and_leaves_the_event_unhandled() {
    desk.initiate("sandbox-timeout");
    assertThatThrownBy(desk::handleAll).isInstanceOf(Unavailable.class);
    assertThatThrownBy(desk::handleAll).isInstanceOf(Unavailable.class);
    assertHistory(UNKNOWN);
    assertMoved(ALL, 0, 0);
  }

  @Test
  void asks_until_every_outcome_is_known() {
    desk.initiate("sandbox-timeout");
    desk.handleAllAtLast();
    desk.tell(REFUND);
    desk.handleAllAtLast();
    assertHistory(
        UNKNOWN,
        AUTHORIZED,
        UNKNOWN,
        COMPLETED,
        REFUND_REQUESTED,
        refunded("return-1", PART, PART));
    assertMoved(0, ALL, PART.minorUnits());
  }

  @Test
  void has_no_second_effect_when_everything_comes_again() {
    desk.initiate("sandbox-approve");
    desk.handleAll();
    desk.tell(REFUND);
    desk.tell(CANCEL);
    desk.handleAll();
    List<PaymentEvent> before = desk.all();
    desk.rewind();
    desk.handleAll();
    assertThat(desk.all()).isEqualTo(before);
    assertMoved(0, ALL, ALL);
  }

  @Test
  void names_what_caused_the_outcome() {
    desk.initiate("sandbox-approve");
    desk.handleAll();
    String initiation = desk.envelopes().getFirst().eventId().toString();
    assertThat(desk.metadata(2))
        .isEqualTo(EventMetadata.of("correlation-1", initiation, "ada", "payment-desk"));
  }
}
