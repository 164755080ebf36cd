package io.cornershop.payments.gateway;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.PaymentId;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.gateway.Answer.Done;
import io.cornershop.payments.gateway.Answer.Refused;
import io.cornershop.payments.gateway.Answer.Unknown;
import io.cornershop.payments.gateway.Standing.Authorization;

/** Lets go what is held, and gives back what was taken. Thread-safe. */
final class Cancellations {

  private final PaymentProvider provider;
  private final Outcomes outcomes;

  Cancellations(PaymentProvider provider, Outcomes outcomes) {
    this.provider = provider;
    this.outcomes = outcomes;
  }

  /** The event of the authorisation was handled before, so that one has an answer. */
  void carryOut(EventEnvelope cause, Standing now) {
    switch (now.stage()) {
      case AUTHORIZED -> letGo(cause, now);
      case CAPTURED -> giveBack(cause, now);
      case INITIATED -> throw PaymentDesk.contradiction(cause);
      case NOT_BEGUN, CLOSED -> {
        // Nothing is held and nothing was taken.
      }
    }
  }

  private void letGo(EventEnvelope cause, Standing now) {
    String key = PaymentDesk.key(cause, "void");
    switch (provider.voidAuthorization(key, now.authorized().reference())) {
      case Done d -> outcomes.voided(cause);
      case Refused r -> recordForgottenCapture(cause, now);
      case Unknown u -> throw outcomes.unknown(cause);
    }
  }

  /**
   * It was captured, but a crash came before the record and the cancellation before the repeat. The
   * key of the capture brings its answer to light; then the money goes back.
   */
  private void recordForgottenCapture(EventEnvelope cause, Standing now) {
    Authorization held = now.authorized();
    String key = PaymentDesk.key(held.cause(), "capture");
    switch (provider.capture(key, held.reference(), held.amount())) {
      case Done d -> {
        outcomes.captured(held.cause(), held.reference());
        giveBack(cause, now);
      }
      case Refused r -> throw PaymentDesk.contradiction(cause);
      case Unknown u -> throw outcomes.unknown(cause);
    }
  }

  private void giveBack(EventEnvelope cause, Standing now) {
    Money left = now.left();
    if (left.minorUnits() > 0) {
      refund(cause, now.authorized().reference(), left);
    }
  }

  private void refund(EventEnvelope cause, String reference, Money left) {
    PaymentId payment = new PaymentId(cause.stream().aggregateId());
    String key = PaymentDesk.key(cause, PaymentDesk.REFUND);
    switch (provider.refund(key, payment, reference, left)) {
      case Done d -> outcomes.refunded(cause, PaymentEvent.CANCELLATION, left);
      case Refused r -> outcomes.refundRefused(cause, PaymentEvent.CANCELLATION, r.reason());
      case Unknown u -> throw outcomes.unknown(cause);
    }
  }
}
