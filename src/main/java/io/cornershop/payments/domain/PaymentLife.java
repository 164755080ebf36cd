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
import java.util.function.Function;
import java.util.stream.Stream;

/** Where a payment stands after what has happened to it. */
final class PaymentLife {

  private PaymentLife() {}

  /** History has happened: what does not fit leaves the payment as it is. */
  static Payment next(Payment state, PaymentEvent event) {
    return switch (event) {
      case PaymentInitiated e ->
          new Initiated(
              new Terms(e.paymentId(), e.orderId(), e.customerId(), e.amount(), e.paymentMethod()),
              false,
              false);
      case PaymentAuthorized e ->
          of(
              state,
              Begun.class,
              p -> new Authorized(p.terms(), e.providerReference(), isCancelled(p), false));
      case PaymentCompleted e -> of(state, Begun.class, p -> captured(p, e));
      case PaymentFailed e -> of(state, Begun.class, p -> new Failed(p.terms()));
      case PaymentOutcomeUnknown e -> unknown(state);
      case PaymentCancellationRequested e -> cancelled(state);
      case PaymentVoided e -> state instanceof Begun b ? new Voided(b.terms()) : new Abandoned();
      case PaymentRefundRequested e -> of(state, Captured.class, p -> requested(p, e));
      case PaymentRefunded e -> of(state, Captured.class, p -> refunded(p, e));
      case PaymentRefundFailed e -> of(state, Captured.class, p -> refused(p, e));
    };
  }

  private static <S extends Payment> Payment of(
      Payment state, Class<S> stage, Function<S, Payment> next) {
    return stage.isInstance(state) ? next.apply(stage.cast(state)) : state;
  }

  private static Captured captured(Begun payment, PaymentCompleted e) {
    return new Captured(
        payment.terms(),
        e.providerReference(),
        isCancelled(payment),
        Money.zero(payment.terms().amount().currency()),
        List.of(),
        List.of());
  }

  private static boolean isCancelled(Begun payment) {
    return switch (payment) {
      case Initiated p -> p.cancelled();
      case Authorized p -> p.cancelled();
      case Captured p -> p.cancelled();
      case Failed p -> false;
      case Voided p -> false;
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

  private static Payment cancelled(Payment state) {
    return switch (state) {
      case Initiated p -> new Initiated(p.terms(), true, p.unknown());
      case Authorized p -> new Authorized(p.terms(), p.providerReference(), true, p.unknown());
      case Captured p -> with(p, true, p.refunded(), p.open(), p.done());
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
