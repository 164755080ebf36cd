package io.cornershop.processes.fulfilment;

import io.cornershop.eventing.sagas.Instruction;
import io.cornershop.eventing.sagas.Reply;
import io.cornershop.eventing.sagas.Saga;
import io.cornershop.eventing.sagas.SagaId;
import io.cornershop.eventing.sagas.Step;
import io.cornershop.eventing.sagas.Work;
import io.cornershop.eventing.sagas.Work.Awaited;
import io.cornershop.eventing.sagas.Work.Occasion;
import io.cornershop.inventory.StockCommand.RestockOrder;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Identifier;
import io.cornershop.kernel.OrderId;
import io.cornershop.orders.OrderEvent.OrderReturned;
import io.cornershop.payments.PaymentCommand.RequestRefund;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.PaymentEvent.PaymentRefundFailed;
import io.cornershop.payments.PaymentEvent.PaymentRefunded;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a customer has sent back goes on the shelf, and its price back to the customer. Nothing of
 * it can be undone: what does not work is tried until somebody looks after it.
 */
public final class OrderReturn implements Saga<OrderReturned> {

  /** An order is returned once, so its refund needs no more of a name. */
  static final String REFUND = "return";

  private static final String SUFFIX = "-return";

  private final List<Step<OrderReturned>> steps;

  /**
   * @param patience how long the provider is waited for until it is asked again
   */
  public OrderReturn(Duration patience) {
    Awaited refund =
        new Awaited(
            Set.of(PaymentRefunded.class, PaymentRefundFailed.class),
            OrderReturn::isRefund,
            patience);
    this.steps =
        List.of(
            new Step<>("RestockItems", Work.of(OrderReturn::restock), Work.nothing()),
            new Step<>(
                "RefundPayment",
                Work.<OrderReturned>of(OrderReturn::refund).awaiting(refund),
                Work.nothing()));
  }

  @Override
  public String type() {
    return "order-return";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<OrderReturned> trigger() {
    return OrderReturned.class;
  }

  @Override
  public Optional<SagaId> sagaIdOf(DomainEvent event) {
    return switch (event) {
      case OrderReturned e -> Optional.of(idOf(e.orderId()));
      case PaymentEvent e -> Optional.of(idOf(e.orderId()));
      default -> Optional.empty();
    };
  }

  private static SagaId idOf(OrderId order) {
    String id = order.value() + SUFFIX;
    return new SagaId(
        id.length() > Identifier.MAX_LENGTH
            ? CommandId.of("order-return", order.value()).value()
            : id);
  }

  @Override
  public String subjectOf(OrderReturned facts) {
    return facts.orderId().value();
  }

  @Override
  public SagaId idAbout(String subject) {
    return idOf(new OrderId(subject));
  }

  @Override
  public List<Step<OrderReturned>> steps() {
    return steps;
  }

  @Override
  public Set<Class<? extends DomainEvent>> cancelledBy() {
    return Set.of();
  }

  @Override
  public boolean isForwardOnly() {
    return true;
  }

  private static List<Instruction> restock(OrderReturned facts, Occasion occasion) {
    return facts.items().stream()
        .map(
            item ->
                Instruction.of(
                    new RestockOrder(
                        item.productId(),
                        facts.orderId(),
                        item.quantity(),
                        facts.reason(),
                        facts.returnedAt())))
        .toList();
  }

  private static List<Instruction> refund(OrderReturned facts, Occasion occasion) {
    return List.of(
        Instruction.of(
            new RequestRefund(
                facts.paymentId(), REFUND, facts.refundAmount(), facts.reason(), occasion.at())));
  }

  private static Reply isRefund(DomainEvent event) {
    return switch (event) {
      case PaymentRefunded e -> e.refundId().equals(REFUND) ? Reply.DONE : Reply.NONE;
      case PaymentRefundFailed e -> e.refundId().equals(REFUND) ? Reply.REFUSED : Reply.NONE;
      default -> Reply.NONE;
    };
  }
}
