package io.cornershop.reporting.sales;

import static io.cornershop.orders.OrderFixtures.HOME;
import static io.cornershop.orders.OrderFixtures.PAYMENT;
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
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.ProductId;
import io.cornershop.orders.OrderEvent.OrderCancelled;
import io.cornershop.orders.OrderEvent.OrderCreated;
import io.cornershop.orders.OrderEvent.OrderDelivered;
import io.cornershop.orders.OrderEvent.OrderReturned;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.reporting.sales.SalesReport.Period;
import io.cornershop.testing.EmbeddedMongo;
import io.cornershop.testing.ShopHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sums over orders that were cancelled, returned in part or as a whole, however their events come.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SalesOfWholeLivesTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final CustomerId ADA = new CustomerId("customer-ada");

  private final OrderSalesProjection view = new OrderSalesProjection(BERLIN);
  private final ShopHistory history = new ShopHistory();

  private static LineItem cups(int quantity, String currency) {
    return LineItem.of(new ProductId("cup"), "Cup", quantity, Money.of("10.10", currency));
  }

  private void created(String id, String at, int cups, String currency) {
    LineItem line = cups(cups, currency);
    history.happen(
        stream(id),
        new OrderCreated(
            new OrderId(id),
            new CartId(id),
            ADA,
            line.totalPrice(),
            List.of(line),
            PAYMENT,
            HOME,
            Status.CREATED,
            Instant.parse(at)));
  }

  private static StreamId stream(String id) {
    return new StreamId("Order", id);
  }

  private void delivered(String id) {
    Instant at = Instant.parse("2027-01-20T12:00:00Z");
    history.happen(stream(id), new OrderDelivered(new OrderId(id), ADA, Status.DELIVERED, at));
  }

  private void cancelled(String id, int cups, String currency) {
    LineItem line = cups(cups, currency);
    history.happen(
        stream(id),
        new OrderCancelled(
            new OrderId(id),
            ADA,
            List.of(line),
            line.totalPrice(),
            true,
            "changed my mind",
            Status.CANCELLED,
            Instant.parse("2027-01-19T12:00:00Z")));
  }

  private void returned(String id, int cups, String currency) {
    LineItem line = cups(cups, currency);
    history.happen(
        stream(id),
        new OrderReturned(
            new OrderId(id),
            ADA,
            new PaymentId("payment-" + id),
            List.of(line),
            line.totalPrice(),
            "broken",
            Status.RETURNED,
            Instant.parse("2027-01-25T12:00:00Z")));
  }

  /** Around the end of a year, and in the night in which the clocks go back. */
  private void livesOfOrders() {
    created("kept", "2026-12-27T22:59:59.999Z", 1, "EUR");
    created("cancelled", "2026-12-27T23:00:00Z", 2, "EUR");
    created("part", "2026-12-31T23:30:00Z", 3, "EUR");
    created("whole", "2027-01-03T22:59:59.999Z", 4, "EUR");
    created("dollars", "2027-01-03T23:00:00Z", 5, "USD");
    created("first-0230", "2026-10-25T00:30:00Z", 1, "EUR");
    created("second-0230", "2026-10-25T01:30:00Z", 1, "EUR");
    cancelled("cancelled", 2, "EUR");
    delivered("part");
    delivered("whole");
    delivered("dollars");
    returned("part", 1, "EUR");
    returned("whole", 4, "EUR");
    returned("dollars", 2, "USD");
  }

  private static Period week(String name, String from, String to, Sales... sales) {
    return new Period(name, LocalDate.parse(from), LocalDate.parse(to), List.of(sales));
  }

  /** Amounts in the order of the record: placed, cancelled, returned, revenue. */
  private static Sales sales(String currency, List<Long> orders, List<String> amounts) {
    List<Money> money = amounts.stream().map(amount -> Money.of(amount, currency)).toList();
    return new Sales(
        currency,
        orders.get(0),
        money.get(0),
        orders.get(1),
        money.get(1),
        orders.get(2),
        money.get(2),
        money.get(3));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void are_exact_by_week_and_currency_after_any_repetition_and_a_rebuild(long seed) {
    livesOfOrders();
    MongoDatabase database = MONGO.freshDatabase();
    MongoRows live = new MongoRows(database);
    MongoRows rebuilt = new MongoRows(database, 2);
    live.prepare(view);
    rebuilt.prepare(view);

    history.deliver(view, live, new Random(seed));
    history.deliver(view, rebuilt, new Random(seed + 100));

    assertThat(weeks(database, 1))
        .containsExactly(
            week(
                "2026-W52",
                "2026-12-27",
                "2026-12-27",
                sales("EUR", List.of(1L, 0L, 0L), List.of("10.10", "0.00", "0.00", "10.10"))),
            week(
                "2026-W53",
                "2026-12-28",
                "2027-01-03",
                sales("EUR", List.of(3L, 1L, 2L), List.of("90.90", "20.20", "50.50", "20.20"))),
            week(
                "2027-W01",
                "2027-01-04",
                "2027-01-04",
                sales("USD", List.of(1L, 0L, 1L), List.of("50.50", "0.00", "20.20", "30.30"))));
    assertThat(weeks(database, 2)).isEqualTo(weeks(database, 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rank_what_customers_have_kept_and_count_both_halves_of_a_repeated_hour(long seed) {
    livesOfOrders();
    MongoDatabase database = MONGO.freshDatabase();
    MongoRows live = new MongoRows(database);
    live.prepare(view);

    history.deliver(view, live, new Random(seed));

    assertThat(top(database))
        .containsExactly(
            new TopProduct(
                "cup", "Cup", 6, List.of(Money.of("30.30", "EUR"), Money.of("30.30", "USD"))));
    Days night = new Days(LocalDate.parse("2026-10-25"), LocalDate.parse("2026-10-25"));
    SalesFigures figures = figures(database, 1);
    assertThat(SalesReport.of(night, Grouping.DAY, BERLIN, figures.of(night)).totals())
        .containsExactly(
            sales("EUR", List.of(2L, 0L, 0L), List.of("20.20", "0.00", "0.00", "20.20")));
  }

  private static SalesFigures figures(MongoDatabase database, int version) {
    return new SalesFigures(new ViewQueries(database, name -> version, new ViewReads(null)));
  }

  private static List<Period> weeks(MongoDatabase database, int version) {
    Days days = new Days(LocalDate.parse("2026-12-27"), LocalDate.parse("2027-01-04"));
    return SalesReport.of(days, Grouping.WEEK, BERLIN, figures(database, version).of(days)).items();
  }

  private static List<TopProduct> top(MongoDatabase database) {
    Days days = new Days(LocalDate.parse("2026-12-27"), LocalDate.parse("2027-01-04"));
    return figures(database, 1).topProducts(days, 10);
  }
}
