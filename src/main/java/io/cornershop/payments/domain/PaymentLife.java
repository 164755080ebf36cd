package io.cornershop.payments.domain;

import io.cornershop.kernel.Money;
import io.cornershop.payments.PaymentEvent;
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
import io.cornershop.payments.domain.Payment.Abandoned;
import io.cornershop.payments.domain.Payment.Authorized;
import io.cornershop.payments.domain.Payment.Begun;
import io.cornershop.payments.domain.Payment.Captured;
import io.cornershop.payments.domain.Payment.Failed;
import io.cornershop.payments.domain.Payment.Initiated;
import io.cornershop.payments.domain.Payment.None;
import io.cornershop.payments.domain.Payment.Refund;
import io.cornershop.payments.domain.Payment.Terms;
import io.cornershop.payments.domain.Payment.Voided;
import java.util.List;
import java.util.stream.Stream;

/** Where a payment stands after what has happened to it. */
final class PaymentLife {

  private PaymentLife() {}

  static Payment next(Payment state, PaymentEvent event) {
    return switch (event) {
      case PaymentInitiated e ->
          new Initiated(
              new Terms(e.paymentId(), e.orderId(), e.customerId(), e.amount(), e.paymentMethod()),
              false,
              false);
      case PaymentAuthorized e ->
          new Authorized(terms(state), e.providerReference(), isCancelled(state), false);
      case PaymentCompleted e ->
          new Captured(
              terms(state),
              e.providerReference(),
              isCancelled(state),
              Money.zero(e.amount().currency()),
              List.of(),
              List.of());
      case PaymentFailed e -> new Failed(terms(state));
      case PaymentOutcomeUnknown e -> unknown(state);
      case PaymentCancellationRequested e -> cancelled(state, true);
      case PaymentVoided e -> state instanceof Begun b ? new Voided(b.terms()) : new Abandoned();
      case PaymentRefundRequested e -> requested((Captured) state, e);
      case PaymentRefunded e -> refunded((Captured) state, e);
      case PaymentRefundFailed e -> refused((Captured) state, e);
    };
  }

  private static Terms terms(Payment state) {
    return ((Begun) state).terms();
  }

  private static boolean isCancelled(Payment state) {
    return switch (state) {
      case Initiated p -> p.cancelled();
      case Authorized p -> p.cancelled();
      case Captured p -> p.cancelled();
      case Failed p -> false;
      case Voided p -> false;
      case None p -> false;
      case Abandoned p -> true;
    };
  }

  private static Payment unknown(Payment state) {
    return switch (state) {
      case Initiated p -> new Initiated(p.terms(), p.cancelled(), true);
      case Authorized p -> new Authorized(p.terms(), p.providerReference(), p.cancelled(), true);
      case None p -> p;
      case Abandoned p -> p;
      case Captured p -> p;
      case Failed p -> p;
      case Voided p -> p;
    };
  }

  private static Payment cancelled(Payment state, boolean isSo) {
    return switch (state) {
      case Initiated p -> new Initiated(p.terms(), isSo, p.unknown());
      case Authorized p -> new Authorized(p.terms(), p.providerReference(), isSo, p.unknown());
      case Captured p -> with(p, isSo, p.refunded(), p.open(), p.done());
      case None p -> p;
      case Abandoned p -> p;
      case Failed p -> p;
      case Voided p -> p;
    };
  }

  private static Payment requested(Captured p, PaymentRefundRequested e) {
    Refund refund = new Refund(e.refundId(), e.amount());
    return with(p, p.cancelled(), p.refunded(), plus(p.open(), refund), p.done());
  }

  private static Payment refunded(Captured p, PaymentRefunded e) {
    return with(
        p,
        p.cancelled(),
        e.totalRefunded(),
        without(p, e.refundId()),
        plus(p.done(), e.refundId()));
  }

  /** A refused cancellation can be asked for again. */
  private static Payment refused(Captured p, PaymentRefundFailed e) {
    boolean stillCancelled = p.cancelled() && !e.refundId().equals(PaymentEvent.CANCELLATION);
    return with(p, stillCancelled, p.refunded(), without(p, e.refundId()), p.done());
  }

  private static Captured with(
      Captured p, boolean cancelled, Money refunded, List<Refund> open, List<String> done) {
    return new Captured(p.terms(), p.providerReference(), cancelled, refunded, open, done);
  }

  private static List<Refund> without(Captured payment, String refundId) {
    return payment.open().stream().filter(r -> !r.refundId().equals(refundId)).toList();
  }

  private static <T> List<T> plus(List<T> some, T more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }
}
