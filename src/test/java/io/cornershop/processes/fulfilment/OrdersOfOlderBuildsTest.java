package io.cornershop.processes.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.cornershop.carts.CartCommand.AddItem;
import io.cornershop.carts.CartCommand.CheckOut;
import io.cornershop.carts.CartCommand.CreateCart;
import io.cornershop.carts.CartFixtures;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.sagas.SagaAdoption.Adopted;
import io.cornershop.eventing.sagas.SagaAdoption.Result;
import io.cornershop.eventing.sagas.SagaId;
import io.cornershop.eventing.sagas.SagaState;
import io.cornershop.eventing.sagas.Stray;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.timers.InMemoryTimers;
import io.cornershop.eventing.timers.Timer;
import io.cornershop.inventory.StockCommand.AdjustStock;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.ProductId;
import io.cornershop.kernel.Unavailable;
import io.cornershop.orders.OrderCommand.CreateOrder;
import io.cornershop.orders.domain.Order;
import io.cornershop.payments.domain.Payment;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Orders that a build without the order process has created from their carts. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrdersOfOlderBuildsTest {

  private static final String ID = "order-1";
  private static final SagaId SAGA = new SagaId(ID);
  private static final ProductId TEAPOT = new ProductId("teapot");
  private static final Stray STRAY =
      new Stray("order-fulfilment", ID, new StreamId("Cart", ID), "place");
  private static final Adopted ADOPTED = new Adopted(SAGA, STRAY, Result.ADOPTED, Optional.empty());
  private static final Adopted KNOWN = new Adopted(SAGA, STRAY, Result.HAS_SAGA, Optional.empty());

  private final Clock clock = Clock.fixed(CartFixtures.at(20), ZoneOffset.UTC);
  private final InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, clock);
  private final InMemoryTimers timers = new InMemoryTimers();
  private final ShopNode node = new ShopNode(store, timers, clock);
  private final List<SagaId> written = new ArrayList<>();

  @BeforeEach
  void order() {
    CartId cart = new CartId(ID);
    node.handle(new AdjustStock(TEAPOT, 5, "delivery", CartFixtures.at(1)), "stock");
    node.handle(new CreateCart(cart, CartFixtures.ADA, CartFixtures.at(1)), "cart");
    node.handle(
        new AddItem(cart, TEAPOT, "Teapot", CartFixtures.euros("7.05"), 2, CartFixtures.at(2)),
        "item");
    node.handle(
        new CheckOut(cart, CartFixtures.PAYMENT, CartFixtures.HOME, CartFixtures.at(5)), "out");
    node.handle(
        new CreateOrder(
            new OrderId(ID),
            cart,
            CartFixtures.ADA,
            node.checkedOut(ID).items(),
            node.checkedOut(ID).totalAmount(),
            CartFixtures.PAYMENT,
            CartFixtures.HOME,
            CartFixtures.at(5)),
        "order");
    assertThat(node.state("Order", ID)).isInstanceOf(Order.Created.class);
  }

  private Adopted adopt(Stray stray) {
    return node.adoption.adopt(stray, written::add);
  }

  /** Not the one that ends the patience with the payment provider. */
  private void fireAll() {
    List<Timer> due =
        timers.all().stream().filter(timer -> !timer.due().isAfter(clock.instant())).toList();
    for (Timer timer : due) {
      timers.remove(timer);
      node.fulfilment.fire(timer);
    }
  }

  @Test
  void are_taken_up_and_go_on_by_themselves() {
    assertThat(adopt(STRAY)).isEqualTo(ADOPTED);
    fireAll();

    assertThat(written).containsExactly(SAGA);
    assertThat(node.state("Order", ID)).isInstanceOf(Order.Validated.class);
    assertThat(node.state("Payment", ID)).isInstanceOf(Payment.Initiated.class);
  }

  @Test
  void are_taken_up_once() {
    adopt(STRAY);
    fireAll();
    long commits = store.size();

    assertThat(adopt(STRAY)).isEqualTo(KNOWN);
    fireAll();

    assertThat(written).containsExactly(SAGA);
    assertThat(store.size()).isEqualTo(commits);
  }

  @Test
  void begin_as_if_the_cart_had_only_just_been_checked_out() {
    adopt(STRAY);

    assertThat(((SagaState.Begun) node.state("Saga", ID)).plan().startedAt())
        .isEqualTo(clock.instant());
    assertThat(timers.all())
        .extracting(Timer::kind, Timer::subject, Timer::due)
        .containsExactly(tuple("order-fulfilment", ID, clock.instant()));
  }

  @Test
  void go_on_also_when_whoever_took_them_up_died_before_it_woke_them() {
    adopt(STRAY);
    timers.all().forEach(timers::remove);

    assertThat(adopt(STRAY)).isEqualTo(KNOWN);
    fireAll();

    assertThat(node.state("Order", ID)).isInstanceOf(Order.Validated.class);
  }

  @Test
  void are_not_begun_when_it_cannot_be_written_down() {
    assertThatThrownBy(
            () ->
                node.adoption.adopt(
                    STRAY,
                    saga -> {
                      throw new Unavailable("no audit log", Duration.ofSeconds(1), null);
                    }))
        .isInstanceOf(Unavailable.class);

    assertThat(node.state("Saga", ID)).isInstanceOf(SagaState.None.class);
  }

  @Test
  void are_refused_with_a_reason_when_no_cart_was_checked_out_for_them() {
    StreamId elsewhere = new StreamId("Cart", "order-2");
    Stray foundling = new Stray("order-fulfilment", "order-2", elsewhere, "place");

    assertThat(adopt(foundling))
        .isEqualTo(
            new Adopted(
                new SagaId("order-2"),
                foundling,
                Result.REFUSED,
                Optional.of("There is no event in Cart/order-2 that starts it")));
    assertThat(written).isEmpty();
  }
}
