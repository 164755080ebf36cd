package io.cornershop.processes.fulfilment;

import io.cornershop.carts.CartEvent.CartCheckedOut;
import io.cornershop.eventing.sagas.Instruction;
import io.cornershop.eventing.sagas.Reply;
import io.cornershop.eventing.sagas.Work.Awaited;
import io.cornershop.eventing.sagas.Work.Occasion;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.PaymentId;
import io.cornershop.payments.PaymentCommand.CancelPayment;
import io.cornershop.payments.PaymentCommand.InitiatePayment;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.PaymentEvent.PaymentCompleted;
import io.cornershop.payments.PaymentEvent.PaymentFailed;
import io.cornershop.payments.PaymentEvent.PaymentRefundFailed;
import io.cornershop.payments.PaymentEvent.PaymentRefunded;
import io.cornershop.payments.PaymentEvent.PaymentVoided;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The one payment of an order. It has the order's id. */
public final class OrderPayment {

  /**
   * How long the provider is waited for.
   *
   * @param taking until the order is given up
   * @param givingBack until it is asked again, and at last an operator
   */
  public record Patience(Duration taking, Duration givingBack) {}

  private OrderPayment() {}

  static PaymentId idOf(CartCheckedOut facts) {
    return new PaymentId(facts.orderId().value());
  }

  static List<Instruction> initiate(CartCheckedOut facts, Occasion occasion) {
    return List.of(
        Instruction.of(
            new InitiatePayment(
                idOf(facts),
                facts.orderId(),
                facts.customerId(),
                facts.totalAmount(),
                facts.paymentMethod(),
                occasion.at())));
  }

  static List<Instruction> cancel(CartCheckedOut facts, Occasion occasion) {
    return List.of(
        Instruction.of(
            new CancelPayment(
                idOf(facts),
                facts.orderId(),
                facts.customerId(),
                occasion.reason(),
                occasion.at())));
  }

  static Awaited taken(Duration patience) {
    return new Awaited(
        Set.of(PaymentCompleted.class, PaymentFailed.class), OrderPayment::isTaken, patience);
  }

  private static Reply isTaken(DomainEvent event) {
    return switch (event) {
      case PaymentCompleted e -> Reply.DONE;
      case PaymentFailed e -> Reply.REFUSED;
      default -> Reply.NONE;
    };
  }

  static Awaited free(Duration patience) {
    return new Awaited(
        Set.of(
            PaymentVoided.class,
            PaymentFailed.class,
            PaymentRefunded.class,
            PaymentRefundFailed.class),
        OrderPayment::isFree,
        patience);
  }

  /** Nothing is held, and nothing was taken or all of it is back. */
  private static Reply isFree(DomainEvent event) {
    return switch (event) {
      case PaymentVoided e -> Reply.DONE;
      case PaymentFailed e -> Reply.DONE;
      case PaymentRefunded e -> isCancellation(e.refundId()) ? Reply.DONE : Reply.NONE;
      case PaymentRefundFailed e -> isCancellation(e.refundId()) ? Reply.REFUSED : Reply.NONE;
      default -> Reply.NONE;
    };
  }

  private static boolean isCancellation(String refundId) {
    return refundId.equals(PaymentEvent.CANCELLATION);
  }
}
