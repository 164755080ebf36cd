package io.cornershop.payments.domain;

import io.cornershop.kernel.Money;
import io.cornershop.kernel.Rejected;
import io.cornershop.payments.PaymentCommand.RecordRefund;
import io.cornershop.payments.PaymentCommand.RecordRefundFailure;
import io.cornershop.payments.PaymentCommand.RequestRefund;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.PaymentEvent.PaymentRefundFailed;
import io.cornershop.payments.PaymentEvent.PaymentRefundRequested;
import io.cornershop.payments.PaymentEvent.PaymentRefunded;
import io.cornershop.payments.domain.Payment.Begun;
import io.cornershop.payments.domain.Payment.Captured;
import io.cornershop.payments.domain.Payment.Refund;
import io.cornershop.payments.domain.Payment.Terms;
import java.util.List;
import java.util.Optional;

/** How money goes back: never more than was taken, each refund once. */
final class Refunds {

  private Refunds() {}

  static List<PaymentEvent> request(RequestRefund c, Begun payment) {
    if (!(payment instanceof Captured p)) {
      throw Rejected.conflict(
          "payment-not-completed", "Nothing was taken by payment %s".formatted(c.paymentId()));
    }
    if (isKnown(p, c.refundId())) {
      requireRepeat(c, p);
      return List.of();
    }
    requireAmount(c, p);
    Terms of = p.terms();
    return List.of(
        new PaymentRefundRequested(
            of.paymentId(),
            of.orderId(),
            of.customerId(),
            c.refundId(),
            c.amount(),
            c.reason(),
            c.at()));
  }

  private static boolean isKnown(Captured payment, String refundId) {
    return payment.done().contains(refundId) || find(payment, refundId).isPresent();
  }

  private static Optional<Refund> find(Captured payment, String refundId) {
    return payment.open().stream().filter(r -> r.refundId().equals(refundId)).findFirst();
  }

  private static void requireRepeat(RequestRefund c, Captured payment) {
    if (find(payment, c.refundId()).filter(r -> !r.amount().equals(c.amount())).isPresent()) {
      throw Rejected.conflict("refund-already-exists", "There is another refund " + c.refundId());
    }
  }

  private static void requireAmount(RequestRefund c, Captured payment) {
    Money left = payment.left();
    boolean fits =
        c.amount().currency().equals(left.currency())
            && c.amount().minorUnits() > 0
            && c.amount().minorUnits() <= left.minorUnits();
    if (!fits) {
      throw Rejected.conflict(
          "refund-exceeds-payment", "At most %s can be given back".formatted(left));
    }
  }

  static List<PaymentEvent> paid(RecordRefund c, Begun payment) {
    if (!(payment instanceof Captured p) || p.done().contains(c.refundId())) {
      return List.of();
    }
    Terms of = p.terms();
    Money total = p.refunded().plus(c.amount());
    return List.of(
        new PaymentRefunded(
            of.paymentId(),
            of.orderId(),
            of.customerId(),
            c.refundId(),
            c.amount(),
            total,
            total.equals(of.amount()),
            c.at()));
  }

  static List<PaymentEvent> refused(RecordRefundFailure c, Begun payment) {
    boolean isAwaited =
        payment instanceof Captured p
            && (find(p, c.refundId()).isPresent()
                || p.cancelled() && c.refundId().equals(PaymentEvent.CANCELLATION));
    Terms of = payment.terms();
    return isAwaited
        ? List.of(
            new PaymentRefundFailed(
                of.paymentId(), of.orderId(), of.customerId(), c.refundId(), c.reason(), c.at()))
        : List.of();
  }
}
