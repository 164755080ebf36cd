package io.cornershop.reporting.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.MongoRows;
import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.eventing.projections.queries.ViewQueries;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.ProductId;
import io.cornershop.orders.OrderEvent.OrderCreated;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.orders.OrderFixtures;
import io.cornershop.reporting.sales.SalesFigures.DayTotal;
import io.cornershop.reporting.sales.SalesFigures.Total;
import io.cornershop.testing.EmbeddedMongo;
import io.cornershop.testing.ShopHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reports say is what the store adds up to, however its events come. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SalesPropertiesTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private static final int ORDERS = 40;
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** Around the night in which the clocks of the zone go back. */
  private static final Instant BEGIN = Instant.parse("2026-10-31T00:00:00Z");

  private static final int SECONDS = 3 * 24 * 60 * 60;
  private static final Days DAYS =
      new Days(LocalDate.parse("2026-10-31"), LocalDate.parse("2026-11-01"));

  private final ShopHistory history = new ShopHistory();
  private final List<OrderCreated> orders = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void totals_are_those_of_the_store_after_any_repetition_in_any_order(long seed) {
    Random random = new Random(seed);
    IntStream.range(0, ORDERS).forEach(n -> place(n, random));
    MongoDatabase database = MONGO.freshDatabase();
    MongoRows rows = new MongoRows(database);
    OrderSalesProjection view = new OrderSalesProjection(ZONE);
    rows.prepare(view);

    history.deliver(view, rows, random);

    SalesFigures figures =
        new SalesFigures(new ViewQueries(database, name -> 1, new ViewReads(null)));
    assertThat(figures.of(DAYS)).containsExactlyInAnyOrderElementsOf(daysOfTheStore());
    assertThat(figures.topProducts(DAYS, 4)).isEqualTo(topOfTheStore(4));
    for (int customer = 0; customer < 4; customer++) {
      CustomerId id = new CustomerId("customer-" + customer);
      assertThat(CustomerReport.of(id.value(), figures.of(id)).orders())
          .isEqualTo(orders.stream().filter(o -> o.customerId().equals(id)).count());
    }
  }

  private void place(int n, Random random) {
    String currency = random.nextInt(3) == 0 ? "USD" : "EUR";
    List<LineItem> items =
        IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> item(i, random, currency)).toList();
    Money total = items.stream().map(LineItem::totalPrice).reduce(Money::plus).orElseThrow();
    OrderCreated order =
        new OrderCreated(
            new OrderId("order-" + n),
            new CartId("order-" + n),
            new CustomerId("customer-" + random.nextInt(4)),
            total,
            items,
            OrderFixtures.PAYMENT,
            OrderFixtures.HOME,
            Status.CREATED,
            BEGIN.plusSeconds(random.nextInt(SECONDS)));
    history.happen(new StreamId("Order", "order-" + n), order);
    orders.add(order);
  }

  private static LineItem item(int line, Random random, String currency) {
    int product = line * 3 + random.nextInt(3);
    Money price = Money.of("%d.%02d".formatted(random.nextInt(900), random.nextInt(100)), currency);
    return LineItem.of(
        new ProductId("product-" + product), "A product", 1 + random.nextInt(20), price);
  }

  private List<OrderCreated> inDays() {
    return orders.stream()
        .filter(order -> DAYS.include(order.createdAt().atZone(ZONE).toLocalDate()))
        .toList();
  }

  private List<DayTotal> daysOfTheStore() {
    Map<String, DayTotal> totals = new TreeMap<>();
    for (OrderCreated order : inDays()) {
      LocalDate day = order.createdAt().atZone(ZONE).toLocalDate();
      DayTotal one =
          new DayTotal(
              day, new Total("Created", 1, order.totalAmount(), order.totalAmount().times(0)));
      totals.merge(day + " " + order.totalAmount().currency(), one, SalesPropertiesTest::plus);
    }
    return List.copyOf(totals.values());
  }

  private static DayTotal plus(DayTotal some, DayTotal more) {
    return new DayTotal(
        some.day(),
        new Total(
            "Created",
            some.total().orders() + more.total().orders(),
            some.total().amount().plus(more.total().amount()),
            some.total().returned().plus(more.total().returned())));
  }

  private List<TopProduct> topOfTheStore(int limit) {
    Map<String, Long> quantities = new TreeMap<>();
    Map<String, TreeMap<String, Money>> revenues = new TreeMap<>();
    for (OrderCreated order : inDays()) {
      for (LineItem item : order.items()) {
        String product = item.productId().value();
        quantities.merge(product, (long) item.quantity(), Long::sum);
        revenues
            .computeIfAbsent(product, p -> new TreeMap<>())
            .merge(item.totalPrice().currency().toString(), item.totalPrice(), Money::plus);
      }
    }
    return quantities.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .limit(limit)
        .map(
            best ->
                new TopProduct(
                    best.getKey(),
                    "A product",
                    best.getValue(),
                    List.copyOf(revenues.get(best.getKey()).values())))
        .toList();
  }
}
