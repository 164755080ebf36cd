package io.cornershop.payments.domain;

import io.cornershop.kernel.Decider;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import io.cornershop.payments.PaymentCommand;
import io.cornershop.payments.PaymentCommand.CancelPayment;
import io.cornershop.payments.PaymentCommand.InitiatePayment;
import io.cornershop.payments.PaymentCommand.RecordAuthorization;
import io.cornershop.payments.PaymentCommand.RecordCapture;
import io.cornershop.payments.PaymentCommand.RecordFailure;
import io.cornershop.payments.PaymentCommand.RecordRefund;
import io.cornershop.payments.PaymentCommand.RecordRefundFailure;
import io.cornershop.payments.PaymentCommand.RecordUnknownOutcome;
import io.cornershop.payments.PaymentCommand.RecordVoid;
import io.cornershop.payments.PaymentCommand.RequestRefund;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.PaymentEvent.PaymentAuthorized;
import io.cornershop.payments.PaymentEvent.PaymentCancellationRequested;
import io.cornershop.payments.PaymentEvent.PaymentCompleted;
import io.cornershop.payments.PaymentEvent.PaymentFailed;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.payments.PaymentEvent.PaymentOutcomeUnknown;
import io.cornershop.payments.PaymentEvent.PaymentVoided;
import io.cornershop.payments.domain.Payment.Abandoned;
import io.cornershop.payments.domain.Payment.Authorized;
import io.cornershop.payments.domain.Payment.Begun;
import io.cornershop.payments.domain.Payment.Captured;
import io.cornershop.payments.domain.Payment.Failed;
import io.cornershop.payments.domain.Payment.Initiated;
import io.cornershop.payments.domain.Payment.None;
import io.cornershop.payments.domain.Payment.Terms;
import io.cornershop.payments.domain.Payment.Voided;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The rules of a payment's life. How money goes back, {@link Refunds} says. */
public final class PaymentDecider implements Decider<PaymentCommand, Payment, PaymentEvent> {

  @Override
  public Payment initial() {
    return new None();
  }

  @Override
  public List<PaymentEvent> decide(PaymentCommand command, Payment state) {
    return switch (command) {
      case InitiatePayment c -> initiate(c, state);
      case CancelPayment c -> cancel(c, state);
      case RequestRefund c -> Refunds.request(c, begun(c, state));
      case RecordAuthorization c -> authorized(c, begun(c, state));
      case RecordCapture c -> captured(c, begun(c, state));
      case RecordFailure c -> failed(c, begun(c, state));
      case RecordVoid c -> voided(c, begun(c, state));
      case RecordRefund c -> Refunds.paid(c, begun(c, state));
      case RecordRefundFailure c -> Refunds.refused(c, begun(c, state));
      case RecordUnknownOutcome c -> unknown(c, begun(c, state));
    };
  }

  @Override
  public Payment evolve(Payment state, PaymentEvent event) {
    return PaymentLife.next(state, event);
  }

  private static Begun begun(PaymentCommand c, Payment state) {
    return switch (state) {
      case None n -> throw new NotFound("payment", c.paymentId());
      case Abandoned a -> throw new NotFound("payment", c.paymentId());
      case Begun b -> b;
    };
  }

  private static List<PaymentEvent> initiate(InitiatePayment c, Payment state) {
    if (c.amount().minorUnits() <= 0) {
      throw Rejected.rule("invalid-amount", "A payment is of more than nothing");
    }
    Terms terms =
        new Terms(c.paymentId(), c.orderId(), c.customerId(), c.amount(), c.paymentMethod());
    return switch (state) {
      case None n ->
          List.of(
              new PaymentInitiated(
                  c.paymentId(),
                  c.orderId(),
                  c.customerId(),
                  c.amount(),
                  c.paymentMethod(),
                  c.at()));
      case Abandoned a ->
          throw Rejected.conflict(
              "payment-cancelled", "Payment %s was cancelled".formatted(c.paymentId()));
      case Begun before -> requireRepeat(terms, before);
    };
  }

  private static List<PaymentEvent> requireRepeat(Terms again, Begun before) {
    if (!again.equals(before.terms())) {
      throw Rejected.conflict(
          "payment-already-exists", "There is another payment " + again.paymentId());
    }
    return List.of();
  }

  private static List<PaymentEvent> cancel(CancelPayment c, Payment state) {
    PaymentCancellationRequested requested =
        new PaymentCancellationRequested(
            c.paymentId(), c.orderId(), c.customerId(), c.reason(), c.at());
    return switch (state) {
      case None n ->
          List.of(requested, new PaymentVoided(c.paymentId(), c.orderId(), c.customerId(), c.at()));
      case Abandoned p -> List.of();
      case Begun p -> p.canBeCancelled() ? List.of(requested) : List.of();
    };
  }

  private static List<PaymentEvent> authorized(RecordAuthorization c, Begun payment) {
    return payment instanceof Initiated p
        ? List.of(authorized(p.terms(), c.providerReference(), c.at()))
        : List.of();
  }

  private static PaymentEvent authorized(Terms of, String reference, Instant at) {
    return new PaymentAuthorized(
        of.paymentId(), of.orderId(), of.customerId(), of.amount(), reference, at);
  }

  /** A provider may tell that it has taken the amount before it has told that it holds it. */
  private static List<PaymentEvent> captured(RecordCapture c, Begun payment) {
    Terms of = payment.terms();
    PaymentCompleted completed =
        new PaymentCompleted(
            of.paymentId(),
            of.orderId(),
            of.customerId(),
            of.amount(),
            c.providerReference(),
            c.at());
    return switch (payment) {
      case Initiated p -> List.of(authorized(of, c.providerReference(), c.at()), completed);
      case Authorized p -> List.of(completed);
      case Captured p -> List.of();
      case Failed p -> List.of();
      case Voided p -> List.of();
    };
  }

  private static List<PaymentEvent> failed(RecordFailure c, Begun payment) {
    Terms of = payment.terms();
    return ifOpen(
        payment,
        new PaymentFailed(
            of.paymentId(), of.orderId(), of.customerId(), of.amount(), c.reason(), c.at()));
  }

  private static List<PaymentEvent> voided(RecordVoid c, Begun payment) {
    Terms of = payment.terms();
    return ifOpen(
        payment, new PaymentVoided(of.paymentId(), of.orderId(), of.customerId(), c.at()));
  }

  private static List<PaymentEvent> ifOpen(Begun payment, PaymentEvent event) {
    return Stream.of(event)
        .filter(e -> payment instanceof Initiated || payment instanceof Authorized)
        .toList();
  }

  private static List<PaymentEvent> unknown(RecordUnknownOutcome c, Begun payment) {
    Terms of = payment.terms();
    boolean news =
        payment instanceof Initiated i && !i.unknown()
            || payment instanceof Authorized a && !a.unknown();
    return news
        ? List.of(new PaymentOutcomeUnknown(of.paymentId(), of.orderId(), of.customerId(), c.at()))
        : List.of();
  }
}
