package io.cornershop.orders.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.projections.MongoRows;
import io.cornershop.eventing.projections.Row;
import io.cornershop.eventing.projections.Sources;
import io.cornershop.eventing.projections.TimeKey;
import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.eventing.projections.queries.ViewQueries;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.orders.views.OrderDetails.OrderItem;
import io.cornershop.orders.views.OrderList.Created;
import io.cornershop.orders.views.OrderList.Wanted;
import io.cornershop.testing.EmbeddedMongo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderListTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private static final Instant BEGIN = Instant.parse("2026-11-01T12:00:00Z");
  private static final Wanted ALL = wanted(Optional.empty(), Optional.empty(), Optional.empty());

  private final OrderDetailsProjection view = new OrderDetailsProjection();
  private MongoRows rows;
  private OrderList orders;

  @BeforeEach
  void open() {
    MongoDatabase database = MONGO.freshDatabase();
    rows = new MongoRows(database);
    rows.prepare(view);
    orders = new OrderList(new ViewQueries(database, name -> 1, new ViewReads(null)));
  }

  private static Wanted wanted(
      Optional<CustomerId> customer, Optional<Status> status, Optional<ProductId> product) {
    return new Wanted(customer, status, product, new Created(Optional.empty(), Optional.empty()));
  }

  /** Many orders share a time, a change and an amount, so that keys are equal. */
  private static OrderDetails order(int n, Status status) {
    String id = "order-%05d".formatted(n * 7_919 % 100_000);
    Money total = Money.of("%d.50".formatted(n % 5), n % 3 == 0 ? "USD" : "EUR");
    Instant createdAt = BEGIN.plusSeconds(n / 4);
    Instant updatedAt = createdAt.plusSeconds(n % 3);
    return new OrderDetails(
        id,
        "customer-" + n % 4,
        status.toString(),
        total,
        List.of(item("product-" + n % 6, total), item("product-" + n % 5, total)),
        createdAt,
        updatedAt,
        OrderProgress.NONE,
        TimeKey.of(createdAt, id),
        TimeKey.of(updatedAt, id),
        OrderDetails.amountKey(total, id),
        1);
  }

  private static OrderItem item(String product, Money price) {
    return new OrderItem(product, "A " + product, 1, price, price);
  }

  private OrderDetails save(int n) {
    OrderDetails order = order(n, Status.values()[n % 7]);
    rows.save(view, new Row<>(order.orderId(), order, Sources.NONE, 1));
    return order;
  }

  private List<OrderDetails> pages(Wanted wanted, OrderSort sort, int size) {
    List<OrderDetails> seen = new ArrayList<>();
    List<OrderDetails> page;
    do {
      Optional<String> behind =
          seen.isEmpty() ? Optional.empty() : Optional.of(sort.placeOf(seen.getLast()));
      page = orders.find(wanted, sort, behind, size);
      seen.addAll(page);
    } while (page.size() == size);
    return seen;
  }

  private static Comparator<OrderDetails> order(OrderSort sort) {
    Comparator<OrderDetails> byKey =
        switch (sort) {
          case NEWEST_FIRST, OLDEST_FIRST -> Comparator.comparing(OrderDetails::createdAt);
          case LAST_CHANGED_FIRST, LAST_CHANGED_LAST ->
              Comparator.comparing(OrderDetails::updatedAt);
          case DEAREST_FIRST, CHEAPEST_FIRST ->
              Comparator.comparing((OrderDetails o) -> o.totalAmount().currency().toString())
                  .thenComparing(o -> o.totalAmount().minorUnits());
        };
    Comparator<OrderDetails> ascending = byKey.thenComparing(OrderDetails::orderId);
    return sort.toString().startsWith("-") ? ascending.reversed() : ascending;
  }

  @ParameterizedTest
  @EnumSource(OrderSort.class)
  void pages_in_each_order_give_every_order_once_though_keys_are_equal(OrderSort sort) {
    List<OrderDetails> all = IntStream.range(0, 60).mapToObj(this::save).toList();

    assertThat(pages(ALL, sort, 7)).isEqualTo(all.stream().sorted(order(sort)).toList());
  }

  @Test
  void filters_are_combined_in_every_way() {
    List<OrderDetails> all = IntStream.range(0, 120).mapToObj(this::save).toList();
    Random random = new Random(4_711);

    for (int attempt = 0; attempt < 120; attempt++) {
      Wanted wanted = any(random);
      OrderSort sort = OrderSort.values()[random.nextInt(6)];
      assertThat(pages(wanted, sort, 1 + random.nextInt(30)))
          .as("%s by %s", wanted, sort)
          .isEqualTo(all.stream().filter(o -> isWanted(o, wanted)).sorted(order(sort)).toList());
    }
  }

  private static Wanted any(Random random) {
    BiFunction<String, Integer, Optional<String>> maybe =
        (name, bound) ->
            Optional.of(name + random.nextInt(bound)).filter(some -> random.nextBoolean());
    Optional<Status> status =
        Optional.of(Status.values()[random.nextInt(7)]).filter(some -> random.nextInt(3) == 0);
    Optional<Instant> from =
        Optional.of(BEGIN.plusSeconds(random.nextInt(20))).filter(some -> random.nextBoolean());
    Optional<Instant> before =
        Optional.of(BEGIN.plusSeconds(10 + random.nextInt(30)))
            .filter(some -> random.nextBoolean());
    return new Wanted(
        maybe.apply("customer-", 5).map(CustomerId::new),
        status,
        maybe.apply("product-", 7).map(ProductId::new),
        new Created(from, before));
  }

  private static boolean isWanted(OrderDetails order, Wanted wanted) {
    return wanted.customer().filter(c -> !order.customerId().equals(c.value())).isEmpty()
        && wanted.status().filter(s -> !order.status().equals(s.toString())).isEmpty()
        && wanted
            .product()
            .filter(p -> order.items().stream().noneMatch(i -> i.productId().equals(p.value())))
            .isEmpty()
        && wanted.created().from().filter(order.createdAt()::isBefore).isEmpty()
        && wanted.created().before().filter(end -> !order.createdAt().isBefore(end)).isEmpty();
  }

  @Test
  void a_time_before_all_times_and_one_after_are_no_bounds() {
    List<OrderDetails> all = IntStream.range(0, 5).mapToObj(this::save).toList();
    Created ever =
        new Created(
            Optional.of(Instant.parse("0001-01-01T00:00:00Z")),
            Optional.of(Instant.parse("9999-12-31T23:59:59Z")));

    assertThat(
            pages(
                new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), ever),
                OrderSort.OLDEST_FIRST,
                50))
        .hasSameElementsAs(all);
  }

  @Test
  void a_bound_between_two_milliseconds_is_none_of_them() {
    OrderDetails order = save(0);
    Optional<Instant> justBehind = Optional.of(order.createdAt().plusNanos(1));

    assertThat(created(justBehind, Optional.empty())).isEmpty();
    assertThat(created(Optional.empty(), justBehind)).containsExactly(order);
    assertThat(created(Optional.of(order.createdAt()), justBehind)).containsExactly(order);
    assertThat(created(Optional.empty(), Optional.of(order.createdAt()))).isEmpty();
  }

  private List<OrderDetails> created(Optional<Instant> from, Optional<Instant> before) {
    Created range = new Created(from, before);
    Wanted wanted = new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), range);
    return pages(wanted, OrderSort.NEWEST_FIRST, 5);
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderSort.class,
      names = {"NEWEST_FIRST", "OLDEST_FIRST", "DEAREST_FIRST"})
  void while_orders_come_and_change_none_of_1200_is_missing_or_there_twice(OrderSort sort) {
    List<OrderDetails> before = IntStream.range(0, 1_200).mapToObj(this::save).toList();
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> others = CompletableFuture.runAsync(() -> comeAndChange(before, done));

    List<OrderDetails> seen = pages(ALL, sort, 50);
    done.set(true);
    others.orTimeout(30, TimeUnit.SECONDS).join();

    List<String> ids = seen.stream().map(OrderDetails::orderId).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(before.stream().map(OrderDetails::orderId).toList());
  }

  private void comeAndChange(List<OrderDetails> before, AtomicBoolean done) {
    for (int n = 1_200; !done.get(); n++) {
      save(n);
      OrderDetails old = before.get(n * 31 % before.size());
      OrderDetails changed = order(before.indexOf(old), Status.SHIPPED);
      rows.load(view, old.orderId())
          .ifPresent(
              row ->
                  rows.save(view, new Row<>(row.id(), changed, Sources.NONE, row.revision() + 1)));
    }
  }
}
