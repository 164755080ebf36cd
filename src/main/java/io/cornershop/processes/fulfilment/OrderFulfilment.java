package io.cornershop.processes.fulfilment;

import io.cornershop.carts.CartEvent.CartCheckedOut;
import io.cornershop.eventing.sagas.Instruction;
import io.cornershop.eventing.sagas.Saga;
import io.cornershop.eventing.sagas.SagaId;
import io.cornershop.eventing.sagas.Step;
import io.cornershop.eventing.sagas.Work;
import io.cornershop.eventing.sagas.Work.Occasion;
import io.cornershop.inventory.StockCommand.AllocateStock;
import io.cornershop.inventory.StockCommand.ReleaseStock;
import io.cornershop.inventory.StockCommand.ReserveStock;
import io.cornershop.inventory.StockCommand.RestockOrder;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.LineItem;
import io.cornershop.orders.OrderCommand.AbandonOrder;
import io.cornershop.orders.OrderCommand.CancelOrder;
import io.cornershop.orders.OrderCommand.ConfirmOrder;
import io.cornershop.orders.OrderCommand.CreateOrder;
import io.cornershop.orders.OrderCommand.ValidateOrder;
import io.cornershop.orders.OrderEvent.OrderCancelled;
import io.cornershop.payments.PaymentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The customer was promised an order at check-out. It is confirmed when its goods are reserved and
 * its payment is taken; else it is cancelled, its goods can be sold again and its money is back.
 */
public final class OrderFulfilment implements Saga<CartCheckedOut> {

  private static final String CREATE_ORDER = "CreateOrder";
  private static final String RESERVE_STOCK = "ReserveStock";
  private static final String PROCESS_PAYMENT = "ProcessPayment";
  private static final String CONFIRM_ORDER = "ConfirmOrder";
  private static final String SEND_NOTIFICATIONS = "SendNotifications";

  private final List<Step<CartCheckedOut>> steps;

  public OrderFulfilment(OrderPayment.Patience patience) {
    this.steps =
        List.of(
            new Step<>(CREATE_ORDER, Work.of(OrderFulfilment::create), cancelling()),
            new Step<>(RESERVE_STOCK, Work.of(OrderFulfilment::reserve), givingStockBack()),
            new Step<>(
                PROCESS_PAYMENT,
                Work.<CartCheckedOut>of(OrderPayment::initiate)
                    .awaiting(OrderPayment.taken(patience.taking())),
                Work.<CartCheckedOut>of(OrderPayment::cancel)
                    .awaiting(OrderPayment.free(patience.givingBack()))),
            new Step<>(CONFIRM_ORDER, Work.of(OrderFulfilment::confirm), cancelling()),
            new Step<>(SEND_NOTIFICATIONS, Work.nothing(), Work.nothing()));
  }

  @Override
  public String type() {
    return "order-fulfilment";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<CartCheckedOut> trigger() {
    return CartCheckedOut.class;
  }

  @Override
  public Optional<SagaId> sagaIdOf(DomainEvent event) {
    return switch (event) {
      case CartCheckedOut e -> Optional.of(new SagaId(e.orderId().value()));
      case OrderCancelled e -> Optional.of(new SagaId(e.orderId().value()));
      case PaymentEvent e -> Optional.of(new SagaId(e.orderId().value()));
      default -> Optional.empty();
    };
  }

  @Override
  public String subjectOf(CartCheckedOut facts) {
    return facts.orderId().value();
  }

  @Override
  public SagaId idAbout(String subject) {
    return new SagaId(subject);
  }

  /** What is shipped is not given back this way. */
  @Override
  public Optional<Command> revocation(CartCheckedOut facts, Occasion occasion) {
    return Optional.of(new CancelOrder(facts.orderId(), occasion.reason(), occasion.at()));
  }

  @Override
  public List<Step<CartCheckedOut>> steps() {
    return steps;
  }

  @Override
  public Set<Class<? extends DomainEvent>> cancelledBy() {
    return Set.of(OrderCancelled.class);
  }

  private static List<Instruction> create(CartCheckedOut facts, Occasion occasion) {
    return List.of(
        Instruction.of(
            new CreateOrder(
                facts.orderId(),
                facts.cartId(),
                facts.customerId(),
                facts.items(),
                facts.totalAmount(),
                facts.paymentMethod(),
                facts.shippingAddress(),
                facts.checkedOutAt())));
  }

  /**
   * First of all it has to be certain that the order is not shipped. One that could not be created
   * is cancelled, too: its customer was promised it, and a slower node may still try.
   */
  private static Work<CartCheckedOut> cancelling() {
    return Work.of(
        (facts, occasion) ->
            List.of(
                Instruction.of(
                    new AbandonOrder(
                        facts.orderId(),
                        facts.customerId(),
                        facts.items(),
                        facts.totalAmount(),
                        occasion.reason(),
                        occasion.at()))));
  }

  private static List<Instruction> reserve(CartCheckedOut facts, Occasion occasion) {
    List<Instruction> instructions = new ArrayList<>();
    for (LineItem item : facts.items()) {
      instructions.add(
          Instruction.of(
              new ReserveStock(item.productId(), facts.orderId(), item.quantity(), occasion.at())));
    }
    instructions.add(
        Instruction.of(new ValidateOrder(facts.orderId(), Optional.empty(), occasion.at())));
    return instructions;
  }

  /**
   * What is only promised is released; what has left the shelf goes back to it. The release comes
   * first: behind it nothing can be allocated any more. An order that was found good, or is
   * cancelled, is not found bad.
   */
  private static Work<CartCheckedOut> givingStockBack() {
    return Work.of(OrderFulfilment::giveStockBack).tolerating("order-not-validatable");
  }

  private static List<Instruction> giveStockBack(CartCheckedOut facts, Occasion occasion) {
    List<Instruction> instructions = new ArrayList<>();
    Optional<String> objection = Optional.of(occasion.reason());
    instructions.add(Instruction.of(new ValidateOrder(facts.orderId(), objection, occasion.at())));
    for (int place = 0; place < facts.items().size(); place++) {
      LineItem item = facts.items().get(place);
      instructions.add(
          Instruction.of(
              new ReleaseStock(
                  item.productId(), facts.orderId(), occasion.reason(), occasion.at())));
      instructions.add(
          Instruction.onlyAfter(
              CONFIRM_ORDER,
              place + 1,
              new RestockOrder(
                  item.productId(),
                  facts.orderId(),
                  item.quantity(),
                  occasion.reason(),
                  occasion.at())));
    }
    return instructions;
  }

  private static List<Instruction> confirm(CartCheckedOut facts, Occasion occasion) {
    List<Instruction> instructions = new ArrayList<>();
    instructions.add(
        Instruction.of(new ConfirmOrder(facts.orderId(), OrderPayment.idOf(facts), occasion.at())));
    for (LineItem item : facts.items()) {
      instructions.add(
          Instruction.of(new AllocateStock(item.productId(), facts.orderId(), occasion.at())));
    }
    return instructions;
  }
}
