package io.cornershop.processes.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.carts.CartCommand.AddItem;
import io.cornershop.carts.CartCommand.CheckOut;
import io.cornershop.carts.CartCommand.CreateCart;
import io.cornershop.carts.CartFixtures;
import io.cornershop.eventing.sagas.SagaState;
import io.cornershop.inventory.StockCommand.AdjustStock;
import io.cornershop.inventory.domain.Stock;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.ProductId;
import io.cornershop.kernel.TrackingNumber;
import io.cornershop.orders.OrderCommand.CancelOrder;
import io.cornershop.orders.OrderCommand.DeliverOrder;
import io.cornershop.orders.OrderCommand.ReturnOrder;
import io.cornershop.orders.OrderCommand.ShipOrder;
import io.cornershop.orders.domain.Order;
import io.cornershop.payments.domain.Payment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever dies, is late or comes twice: what an order has taken it has paid, or it has nothing.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryOrderEndsTest {

  private static final List<ProductId> PRODUCTS =
      List.of(new ProductId("teapot"), new ProductId("cup"), new ProductId("spoon"));
  private static final Money PRICE = Money.of("7.05", "EUR");
  private static final int IN_STOCK = 9;
  private static final int WORLDS = 24;
  private static final int MOST_MOVES = 200_000;
  private static final Instant AT = CartFixtures.at(7);

  private static void stock(ShopWorld world, int pieces) {
    PRODUCTS.forEach(
        product -> world.ask(new AdjustStock(product, pieces, "delivery", AT), "stock" + product));
  }

  private static String checkOut(ShopWorld world, int number, List<Integer> quantities) {
    CartId cart = new CartId("order-" + number);
    world.ask(new CreateCart(cart, CartFixtures.ADA, AT), "cart" + number);
    for (int i = 0; i < quantities.size(); i++) {
      if (quantities.get(i) > 0) {
        ProductId product = PRODUCTS.get(i);
        world.ask(
            new AddItem(cart, product, product.value(), PRICE, quantities.get(i), AT),
            "item" + number + product);
      }
    }
    world.ask(new CheckOut(cart, CartFixtures.PAYMENT, CartFixtures.HOME, AT), "out" + number);
    return cart.value();
  }

  private static void meddle(ShopWorld world, Random random, List<String> orders) {
    OrderId order = new OrderId(orders.get(random.nextInt(orders.size())));
    String key = order.value() + random.nextInt();
    switch (random.nextInt(4)) {
      case 0 -> world.ask(new CancelOrder(order, "changed my mind", AT), key);
      case 1 -> world.ask(new ShipOrder(order, new TrackingNumber("T1"), "DHL", AT), key);
      case 2 -> world.ask(new DeliverOrder(order, AT), key);
      default -> world.ask(new ReturnOrder(order, "broken", List.of(), AT), key);
    }
  }

  private static void live(ShopWorld world, Random random, List<String> orders) {
    int moves = 0;
    while (world.goOn()) {
      if (random.nextInt(30) == 0 && moves < 3_000) {
        meddle(world, random, orders);
      }
      if (moves == 5_000) {
        world.calm();
      }
      assertThat(moves++).as("moves until nothing is left to do").isLessThan(MOST_MOVES);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void and_stock_and_money_add_up(long part) {
    IntStream.range(0, WORLDS / 6).forEach(i -> requireThatAllAddsUp(part * 1_000 + i));
  }

  private static void requireThatAllAddsUp(long seed) {
    Random random = new Random(seed);
    ShopWorld world = new ShopWorld(seed);
    stock(world, IN_STOCK);
    List<String> orders = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      List<Integer> quantities = new ArrayList<>(List.of(1 + random.nextInt(3)));
      quantities.add(random.nextInt(3));
      quantities.add(random.nextInt(3));
      orders.add(checkOut(world, number, quantities));
    }
    live(world, random, orders);

    assertThat(world.liveTimers()).as("timers of world %d", seed).isEmpty();
    orders.forEach(order -> requireEnd(world, order, seed));
    PRODUCTS.forEach(product -> requireStock(world, product, orders, seed));
  }

  private static void requireEnd(ShopWorld world, String order, long seed) {
    Object state = world.quiet.state("Order", order);
    Money taken = taken(world, order);
    Order.Known known = (Order.Known) state;
    Money due = keeps(state) ? known.contents().totalAmount() : Money.of("0", "EUR");
    assertThat(taken).as("money of %s in world %d, which is %s", order, seed, state).isEqualTo(due);
    assertThat(state)
        .isInstanceOfAny(
            Order.Confirmed.class,
            Order.Shipped.class,
            Order.Delivered.class,
            Order.Cancelled.class,
            Order.Returned.class);
    assertThat(world.quiet.state("Saga", order))
        .as("saga of %s in world %d, which is %s", order, seed, state)
        .isInstanceOf(
            state instanceof Order.Cancelled
                ? SagaState.Compensated.class
                : SagaState.Completed.class);
  }

  private static boolean keeps(Object order) {
    return !(order instanceof Order.Cancelled || order instanceof Order.Returned);
  }

  private static Money taken(ShopWorld world, String order) {
    return world.quiet.state("Payment", order) instanceof Payment.Captured p
        ? p.terms().amount().minus(p.refunded())
        : Money.of("0", "EUR");
  }

  private static void requireStock(
      ShopWorld world, ProductId product, List<String> orders, long seed) {
    int gone =
        orders.stream()
            .map(order -> (Order.Known) world.quiet.state("Order", order))
            .filter(EveryOrderEndsTest::keeps)
            .flatMap(order -> order.contents().items().stream())
            .filter(item -> item.productId().equals(product))
            .mapToInt(item -> item.quantity())
            .sum();
    Stock stock = (Stock) world.quiet.state("Stock", product.value());
    assertThat(stock.onHand()).as("%s in world %d", product, seed).isEqualTo(IN_STOCK - gone);
    assertThat(stock.reservations()).as("%s in world %d", product, seed).isEmpty();
  }

  @Test
  void and_of_50_that_want_the_last_piece_one_gets_it() {
    IntStream.range(0, 20).forEach(EveryOrderEndsTest::requireOneOf50);
  }

  private static void requireOneOf50(int round) {
    ShopWorld world = new ShopWorld(-1 - round, true);
    stock(world, 1);
    List<String> orders =
        IntStream.range(0, 50).mapToObj(number -> checkOut(world, number, List.of(1))).toList();
    live(world, new Random(round), List.of("nobody"));

    List<Object> states = orders.stream().map(id -> world.quiet.state("Order", id)).toList();
    assertThat(states).filteredOn(Order.Confirmed.class::isInstance).hasSize(1);
    assertThat(states).filteredOn(Order.Cancelled.class::isInstance).hasSize(49);
    assertThat((Stock) world.quiet.state("Stock", PRODUCTS.getFirst().value()))
        .returns(0, Stock::onHand)
        .returns(List.of(), Stock::reservations);
    assertThat(orders.stream().map(order -> taken(world, order)).reduce(Money::plus))
        .contains(PRICE);
  }
}
