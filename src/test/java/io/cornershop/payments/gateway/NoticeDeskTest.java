package io.cornershop.payments.gateway;

import static io.cornershop.payments.PaymentFixtures.ADA;
import static io.cornershop.payments.PaymentFixtures.AMOUNT;
import static io.cornershop.payments.PaymentFixtures.AT;
import static io.cornershop.payments.PaymentFixtures.CANCEL;
import static io.cornershop.payments.PaymentFixtures.CANCELLATION_REQUESTED;
import static io.cornershop.payments.PaymentFixtures.FAILED;
import static io.cornershop.payments.PaymentFixtures.ORDER;
import static io.cornershop.payments.PaymentFixtures.PART;
import static io.cornershop.payments.PaymentFixtures.PAYMENT;
import static io.cornershop.payments.PaymentFixtures.UNKNOWN;
import static io.cornershop.payments.PaymentFixtures.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.Unavailable;
import io.cornershop.payments.PaymentCommand.RecordAuthorization;
import io.cornershop.payments.PaymentEvent.PaymentFailed;
import io.cornershop.payments.gateway.NoticeDesk.Effect;
import io.cornershop.payments.gateway.ProviderNotice.Declined;
import io.cornershop.payments.gateway.ProviderNotice.Held;
import io.cornershop.payments.gateway.ProviderNotice.LetGo;
import io.cornershop.payments.gateway.ProviderNotice.Taken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NoticeDeskTest extends NoticeScene {

  private static final Held HELD = new Held(PAYMENT, REFERENCE, AMOUNT);
  private static final Taken TAKEN = new Taken(PAYMENT, REFERENCE, AMOUNT);
  private static final Declined DECLINED = new Declined(PAYMENT, REFERENCE, "card_declined");
  private static final LetGo LET_GO = new LetGo(PAYMENT, REFERENCE, "automatic");

  @Test
  void says_of_a_payment_that_nobody_knows_that_it_is_not_ours() {
    assertIgnored(new Held(new PaymentId("elsewhere"), REFERENCE, AMOUNT), Effect.NOT_OURS);
  }

  @Test
  void ignores_money_for_a_payment_that_was_cancelled_before_it_was_begun() {
    desk.tell(CANCEL);
    assertIgnored(HELD, Effect.CONTRADICTION);
    assertIgnored(TAKEN, Effect.CONTRADICTION);
  }

  @Test
  void judges_again_when_the_payment_moves_while_the_notice_is_judged() {
    desk.initiate("sandbox-approve");
    NoticeDesk disturbed =
        desk.noticesDisturbedBy(() -> desk.tell(new RecordAuthorization(PAYMENT, REFERENCE, AT)));
    assertThat(disturbed.receive(DECLINED)).isEqualTo(Effect.CONTRADICTION);
    assertHistory(AUTHORIZED);
  }

  @Nested
  class a_payment_whose_outcome_is_unknown {

    @BeforeEach
    void ask() {
      desk.initiate("sandbox-timeout");
      assertThatThrownBy(desk::handleAll).isInstanceOf(Unavailable.class);
    }

    @Test
    void goes_on_at_once_when_the_amount_is_held() {
      assertThat(tell(HELD)).isEqualTo(Effect.RECORDED);
      assertHistory(UNKNOWN, AUTHORIZED);
      desk.handleAllAtLast();
      assertThat(desk.history().getLast()).isEqualTo(COMPLETED);
      assertThat(desk.moved()).isEqualTo(new Moved(0, AMOUNT.minorUnits(), 0));
    }

    @Test
    void is_completed_at_once_when_the_amount_was_taken() {
      assertThat(tell(TAKEN)).isEqualTo(Effect.RECORDED);
      assertHistory(UNKNOWN, AUTHORIZED, COMPLETED);
      desk.handleAllAtLast();
      assertHistory(UNKNOWN, AUTHORIZED, COMPLETED);
    }

    @Test
    void fails_at_once_when_it_was_declined() {
      assertThat(tell(DECLINED)).isEqualTo(Effect.RECORDED);
      desk.handleAllAtLast();
      assertHistory(UNKNOWN, FAILED);
    }

    @Test
    void is_voided_at_once_when_it_is_being_cancelled() {
      desk.tell(CANCEL);
      assertThat(tell(LET_GO)).isEqualTo(Effect.RECORDED);
      desk.handleAllAtLast();
      assertHistory(UNKNOWN, CANCELLATION_REQUESTED, VOIDED);
    }

    @Test
    void names_the_notice_as_the_source() {
      tell(HELD);
      String initiation = desk.envelopes().getFirst().eventId().toString();
      assertThat(desk.metadata(3))
          .isEqualTo(EventMetadata.of("correlation-1", initiation, "ada", "payment-notices"));
    }

    @Test
    void learns_nothing_from_another_amount() {
      assertIgnored(new Held(PAYMENT, REFERENCE, PART), Effect.CONTRADICTION);
      assertIgnored(new Taken(PAYMENT, REFERENCE, PART), Effect.CONTRADICTION);
    }
  }

  @Nested
  class a_payment_that_has_its_answer {

    @Test
    void has_it_once() {
      desk.initiate("sandbox-approve");
      desk.handleAll();
      assertIgnored(HELD, Effect.NOTHING_NEW);
      assertIgnored(TAKEN, Effect.NOTHING_NEW);
      assertHistory(AUTHORIZED, COMPLETED);
    }

    @Test
    void has_failed_once() {
      desk.initiate("sandbox-decline");
      desk.handleAll();
      assertIgnored(DECLINED, Effect.NOTHING_NEW);
      assertIgnored(LET_GO, Effect.NOTHING_NEW);
      assertHistory(FAILED);
    }

    @Test
    void stays_failed_although_money_is_said_to_move() {
      desk.initiate("sandbox-decline");
      desk.handleAll();
      assertIgnored(HELD, Effect.CONTRADICTION);
      assertIgnored(TAKEN, Effect.CONTRADICTION);
    }

    @Test
    void stays_completed_although_it_is_said_to_have_failed() {
      desk.initiate("sandbox-approve");
      desk.handleAll();
      assertIgnored(DECLINED, Effect.CONTRADICTION);
      assertIgnored(LET_GO, Effect.CONTRADICTION);
    }

    @Test
    void passes_over_that_it_was_held_when_it_is_voided_since() {
      desk.initiate("sandbox-approve");
      desk.tell(CANCEL);
      desk.handleAll();
      assertIgnored(HELD, Effect.NOTHING_NEW);
      assertIgnored(LET_GO, Effect.NOTHING_NEW);
    }

    @Test
    void is_not_that_which_has_another_reference() {
      desk.initiate("sandbox-approve");
      desk.handleAll();
      assertIgnored(new Taken(PAYMENT, "pi_2", AMOUNT), Effect.CONTRADICTION);
    }
  }

  @Nested
  class a_payment_that_is_held {

    @BeforeEach
    void hold() {
      desk.initiate("sandbox-approve");
      desk.tell(new RecordAuthorization(PAYMENT, REFERENCE, AT));
    }

    @Test
    void fails_when_the_provider_lets_it_go_of_itself() {
      assertThat(tell(LET_GO)).isEqualTo(Effect.RECORDED);
      assertHistory(AUTHORIZED, new PaymentFailed(PAYMENT, ORDER, ADA, AMOUNT, "automatic", AT));
    }

    @Test
    void is_voided_when_it_is_let_go_as_it_was_asked() {
      desk.tell(CANCEL);
      assertThat(tell(LET_GO)).isEqualTo(Effect.RECORDED);
      desk.handleAll();
      assertHistory(AUTHORIZED, CANCELLATION_REQUESTED, VOIDED);
    }

    @Test
    void is_not_closed_by_a_decline_while_the_amount_may_be_held() {
      assertIgnored(DECLINED, Effect.CONTRADICTION);
    }
  }
}
