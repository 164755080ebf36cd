package io.cornershop.processes.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.carts.CartCommand.AddItem;
import io.cornershop.carts.CartCommand.CheckOut;
import io.cornershop.carts.CartCommand.CreateCart;
import io.cornershop.carts.CartFixtures;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.sagas.Errand;
import io.cornershop.eventing.sagas.SagaId;
import io.cornershop.eventing.sagas.SagaState;
import io.cornershop.inventory.StockCommand.AdjustStock;
import io.cornershop.inventory.domain.Stock;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.ProductId;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.StaleVersion;
import io.cornershop.kernel.TrackingNumber;
import io.cornershop.orders.OrderCommand.DeliverOrder;
import io.cornershop.orders.OrderCommand.ReturnOrder;
import io.cornershop.orders.OrderCommand.ShipOrder;
import io.cornershop.orders.domain.Order;
import io.cornershop.payments.domain.Payment;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What operators may wish of the process of an order that is confirmed and paid. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OperatorsWishesTest {

  private static final ProductId TEAPOT = new ProductId("teapot");
  private static final Money PRICE = Money.of("7.05", "EUR");
  private static final OrderId ORDER = new OrderId("order-1");
  private static final SagaId SAGA = new SagaId("order-1");
  private static final Instant AT = CartFixtures.at(7);

  private final ShopWorld world = new ShopWorld(1, true);

  @BeforeEach
  void confirm() {
    CartId cart = new CartId(ORDER.value());
    world.ask(new AdjustStock(TEAPOT, 5, "delivery", AT), "stock");
    world.ask(new CreateCart(cart, CartFixtures.ADA, AT), "cart");
    world.ask(new AddItem(cart, TEAPOT, "Teapot", PRICE, 2, AT), "item");
    world.ask(new CheckOut(cart, CartFixtures.PAYMENT, CartFixtures.HOME, AT), "out");
    settle();
    assertThat(state("Order")).isInstanceOf(Order.Confirmed.class);
  }

  private void settle() {
    world.calm();
    while (world.goOn()) {}
  }

  private Object state(String type) {
    return world.quiet.state(type, ORDER.value());
  }

  private static CommandContext wish(String key) {
    return CommandContext.of(
        CommandId.of("wish", key), EventMetadata.of("correlation-2", key, "olga", "api"));
  }

  private long compensate(String key) {
    return world.quiet.desk.compensate(SAGA, "the customer called", wish(key));
  }

  @Test
  void a_confirmed_order_is_given_up_and_all_of_it_is_undone() {
    compensate("first");
    settle();

    assertThat(state("Saga")).isInstanceOf(SagaState.Compensated.class);
    assertThat(state("Order")).isInstanceOf(Order.Cancelled.class);
    assertThat((Payment.Captured) state("Payment"))
        .returns(PRICE.plus(PRICE), Payment.Captured::refunded);
    assertThat((Stock) world.quiet.state("Stock", TEAPOT.value()))
        .returns(5, Stock::onHand)
        .returns(List.of(), Stock::reservations);
  }

  @Test
  void the_same_wish_again_has_no_second_effect_and_the_same_answer() {
    long sequence = compensate("first");
    assertThat(compensate("first")).isEqualTo(sequence);
    settle();
    assertThat(compensate("first")).isEqualTo(sequence);
  }

  @Test
  void another_wish_to_undo_what_is_being_undone_or_is_undone_is_refused() {
    compensate("first");
    requireRejected("saga-not-compensable", () -> compensate("second"));
    settle();
    requireRejected("saga-not-compensable", () -> compensate("third"));
  }

  @Test
  void an_order_that_is_shipped_refuses_and_stays_as_it_is() {
    world.ask(new ShipOrder(ORDER, new TrackingNumber("T1"), "DHL", AT), "ship");
    settle();

    requireRejected("order-not-cancellable", () -> compensate("first"));
    settle();
    assertThat(state("Saga")).isInstanceOf(SagaState.Completed.class);
    assertThat(state("Order")).isInstanceOf(Order.Shipped.class);
  }

  @Test
  void what_a_return_has_done_stays_done() {
    world.ask(new ShipOrder(ORDER, new TrackingNumber("T1"), "DHL", AT), "ship");
    world.ask(new DeliverOrder(ORDER, AT), "deliver");
    world.ask(new ReturnOrder(ORDER, "cracked", List.of(), AT), "return");
    settle();

    SagaId back = new SagaId("order-1-return");
    requireRejected(
        "saga-not-compensable", () -> world.quiet.desk.compensate(back, "no", wish("first")));
  }

  @Test
  void nothing_is_retried_that_waits_for_nothing() {
    requireRejected("saga-not-retryable", () -> world.quiet.desk.retry(SAGA, wish("first")));
  }

  @Test
  void whoever_insists_on_an_old_state_is_told_the_present_one() {
    CommandContext stale =
        new CommandContext(new CommandId("c-1"), OptionalLong.of(1), wish("x").metadata());
    assertThatThrownBy(() -> world.quiet.desk.compensate(SAGA, "no", stale))
        .isInstanceOf(StaleVersion.class);
    assertThatThrownBy(() -> world.quiet.desk.retry(SAGA, stale)).isInstanceOf(StaleVersion.class);
    assertThat(state("Order")).isInstanceOf(Order.Confirmed.class);
  }

  @Test
  void there_is_no_saga_of_that_name() {
    SagaId nobody = new SagaId("nobody");
    assertThatThrownBy(() -> world.quiet.desk.retry(nobody, wish("a")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> world.quiet.desk.compensate(nobody, "no", wish("b")))
        .isInstanceOf(NotFound.class);
  }

  private static void requireRejected(String code, Runnable wish) {
    assertThatThrownBy(wish::run)
        .isInstanceOfSatisfying(
            Rejected.class,
            refusal ->
                assertThat(refusal)
                    .returns(code, Rejected::code)
                    .returns(Rejected.Kind.CONFLICT, Rejected::kind));
  }

  @Test
  void every_command_is_found_with_what_it_has_led_to() {
    compensate("first");
    settle();

    assertThat(world.quiet.archive.commandsOf(world.quiet.archive.historyOf(SAGA)))
        .extracting(OperatorsWishesTest::line)
        .containsExactly(
            "CreateOrder: CreateOrder > OrderCreated",
            "ReserveStock: ReserveStock > StockReserved",
            "ReserveStock: ValidateOrder > OrderValidated",
            "ProcessPayment: InitiatePayment > PaymentInitiated",
            "ConfirmOrder: ConfirmOrder > OrderConfirmed",
            "ConfirmOrder: AllocateStock > StockAllocated",
            "undo ReserveStock: ReleaseStock > StockReleased",
            "undo ReserveStock: RestockOrder > StockUpdated",
            "undo ProcessPayment: CancelPayment > PaymentCancellationRequested");
  }

  private static String line(Errand sent) {
    return "%s%s: %s > %s"
        .formatted(
            sent.wanted().compensation() ? "undo " : "",
            sent.wanted().step(),
            sent.wanted().name(),
            sent.events().stream()
                .map(EventEnvelope::type)
                .map(type -> type.name())
                .collect(Collectors.joining(", ")));
  }

  @Test
  void of_a_saga_that_has_not_begun_nothing_is_found() {
    assertThat(
            world.quiet.archive.commandsOf(
                world.quiet.archive.historyOf(new SagaId("order-1-return"))))
        .isEmpty();
  }
}
