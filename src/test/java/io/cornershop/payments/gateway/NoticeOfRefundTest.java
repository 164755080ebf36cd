package io.cornershop.payments.gateway;

import static io.cornershop.payments.PaymentFixtures.ADA;
import static io.cornershop.payments.PaymentFixtures.AMOUNT;
import static io.cornershop.payments.PaymentFixtures.AT;
import static io.cornershop.payments.PaymentFixtures.CANCEL;
import static io.cornershop.payments.PaymentFixtures.CANCELLATION_REQUESTED;
import static io.cornershop.payments.PaymentFixtures.ORDER;
import static io.cornershop.payments.PaymentFixtures.PART;
import static io.cornershop.payments.PaymentFixtures.PAYMENT;
import static io.cornershop.payments.PaymentFixtures.REFUNDED;
import static io.cornershop.payments.PaymentFixtures.REFUND_FAILED;
import static io.cornershop.payments.PaymentFixtures.REFUND_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.payments.PaymentCommand.RequestRefund;
import io.cornershop.payments.PaymentEvent.PaymentRefunded;
import io.cornershop.payments.gateway.NoticeDesk.Effect;
import io.cornershop.payments.gateway.ProviderNotice.GivenBack;
import io.cornershop.payments.gateway.ProviderNotice.NotGivenBack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Money that goes back, of which the provider tells. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NoticeOfRefundTest extends NoticeScene {

  private static final RequestRefund REFUND =
      new RequestRefund(PAYMENT, "return-1", PART, "returned", AT);

  @BeforeEach
  void request() {
    desk.initiate("sandbox-approve");
    desk.handleAll();
    desk.tell(REFUND);
  }

  private String key(int sequence) {
    return PaymentDesk.key(desk.envelopes().get(sequence - 1), "refund");
  }

  private GivenBack givenBack(int sequence) {
    return new GivenBack(PAYMENT, REFERENCE, key(sequence), PART);
  }

  private NotGivenBack notGivenBack(int sequence) {
    return new NotGivenBack(PAYMENT, REFERENCE, key(sequence), "account_closed");
  }

  @Test
  void is_recorded_once_whether_the_desk_or_the_notice_was_first() {
    assertThat(tell(givenBack(4))).isEqualTo(Effect.RECORDED);
    desk.handleAll();
    assertIgnored(givenBack(4), Effect.NOTHING_NEW);
    assertHistory(AUTHORIZED, COMPLETED, REFUND_REQUESTED, REFUNDED);
  }

  @Test
  void is_refused_once() {
    assertThat(tell(notGivenBack(4))).isEqualTo(Effect.RECORDED);
    desk.handleAll();
    assertIgnored(notGivenBack(4), Effect.NOTHING_NEW);
    assertIgnored(givenBack(4), Effect.CONTRADICTION);
    assertHistory(AUTHORIZED, COMPLETED, REFUND_REQUESTED, REFUND_FAILED);
  }

  @Test
  void stays_given_back_although_it_has_failed_later() {
    desk.handleAll();
    assertIgnored(notGivenBack(4), Effect.CONTRADICTION);
  }

  @Test
  void answers_a_cancellation() {
    desk.tell(CANCEL);
    GivenBack rest = new GivenBack(PAYMENT, REFERENCE, key(5), AMOUNT.minus(PART));
    assertThat(tell(givenBack(4))).isEqualTo(Effect.RECORDED);
    assertThat(tell(rest)).isEqualTo(Effect.RECORDED);
    desk.handleAll();
    assertIgnored(rest, Effect.NOTHING_NEW);
    assertHistory(
        AUTHORIZED,
        COMPLETED,
        REFUND_REQUESTED,
        CANCELLATION_REQUESTED,
        REFUNDED,
        new PaymentRefunded(
            PAYMENT, ORDER, ADA, "cancellation", AMOUNT.minus(PART), AMOUNT, true, AT));
  }

  @Test
  void is_not_ours_to_record_when_nobody_has_asked_for_it() {
    assertIgnored(new GivenBack(PAYMENT, REFERENCE, "", PART), Effect.CONTRADICTION);
    assertIgnored(new GivenBack(PAYMENT, REFERENCE, key(4), AMOUNT), Effect.CONTRADICTION);
    assertIgnored(new NotGivenBack(PAYMENT, REFERENCE, "", "lost"), Effect.CONTRADICTION);
  }
}
