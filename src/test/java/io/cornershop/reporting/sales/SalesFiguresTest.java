package io.cornershop.reporting.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.projections.MongoRows;
import io.cornershop.eventing.projections.Row;
import io.cornershop.eventing.projections.Sources;
import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.eventing.projections.queries.ViewQueries;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Money;
import io.cornershop.reporting.sales.OrderSales.SoldItem;
import io.cornershop.reporting.sales.SalesFigures.CustomerTotal;
import io.cornershop.reporting.sales.SalesFigures.DayTotal;
import io.cornershop.reporting.sales.SalesFigures.Total;
import io.cornershop.testing.EmbeddedMongo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SalesFiguresTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private static final Days NOVEMBER =
      new Days(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));
  private static final CustomerId ADA = new CustomerId("ada");

  private final OrderSalesProjection view = new OrderSalesProjection(ZoneOffset.UTC);
  private MongoRows rows;
  private SalesFigures figures;

  @BeforeEach
  void open() {
    MongoDatabase database = MONGO.freshDatabase();
    rows = new MongoRows(database);
    rows.prepare(view);
    figures = new SalesFigures(new ViewQueries(database, name -> 1, new ViewReads(null)));
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }

  private static Money dollars(String amount) {
    return Money.of(amount, "USD");
  }

  private static SoldItem item(String product, long quantity, Money total) {
    return new SoldItem(product, "A " + product, quantity, total);
  }

  private void order(String id, String day, String status, SoldItem... items) {
    Money total =
        List.of(items).stream()
            .map(SoldItem::total)
            .reduce(Money.zero(items[0].total().currency()), Money::plus);
    String customer = id.substring(0, id.indexOf('-'));
    String key = "%015d/%s".formatted(Instant.parse(day + "T12:00:00Z").toEpochMilli(), id);
    Money returned = status.equals("Returned") ? total : Money.zero(total.currency());
    List<SoldItem> kept = status.equals("Returned") ? List.of() : List.of(items);
    OrderSales row = new OrderSales(id, customer, day, status, total, returned, kept, key);
    rows.save(view, new Row<>(id, row, Sources.NONE, 1));
  }

  private void ordersOfNovember() {
    order("ada-1", "2026-11-01", "Created", item("cup", 2, euros("4.00")));
    order("ada-2", "2026-11-01", "Cancelled", item("cup", 100, euros("200.00")));
    order("ada-3", "2026-11-30", "Delivered", item("pot", 1, dollars("30.00")));
    order(
        "bob-1",
        "2026-11-30",
        "Confirmed",
        item("pot", 2, euros("50.00")),
        item("cup", 1, euros("2.00")));
    order("bob-2", "2026-10-31", "Created", item("cup", 9, euros("18.00")));
    order("bob-3", "2026-12-01", "Created", item("cup", 9, euros("18.00")));
    order("bob-4", "2026-11-15", "Returned", item("box", 9, euros("9.00")));
  }

  private static Total total(String status, long orders, Money amount) {
    Money returned = status.equals("Returned") ? amount : Money.zero(amount.currency());
    return new Total(status, orders, amount, returned);
  }

  private static DayTotal on(String day, String status, long orders, Money amount) {
    return new DayTotal(LocalDate.parse(day), total(status, orders, amount));
  }

  @Test
  void add_up_what_was_placed_on_each_day_by_status_and_currency() {
    ordersOfNovember();
    order("eve-1", "2026-11-01", "Created", item("cup", 1, euros("2.01")));

    assertThat(figures.of(NOVEMBER))
        .containsExactlyInAnyOrder(
            on("2026-11-01", "Created", 2, euros("6.01")),
            on("2026-11-01", "Cancelled", 1, euros("200.00")),
            on("2026-11-15", "Returned", 1, euros("9.00")),
            on("2026-11-30", "Delivered", 1, dollars("30.00")),
            on("2026-11-30", "Confirmed", 1, euros("52.00")));
  }

  @Test
  void rank_products_by_pieces_and_leave_out_what_was_cancelled_or_returned() {
    ordersOfNovember();

    assertThat(figures.topProducts(NOVEMBER, 10))
        .containsExactly(
            new TopProduct("cup", "A cup", 3, List.of(euros("6.00"))),
            new TopProduct("pot", "A pot", 3, List.of(euros("50.00"), dollars("30.00"))));
    assertThat(figures.topProducts(NOVEMBER, 1))
        .containsExactly(new TopProduct("cup", "A cup", 3, List.of(euros("6.00"))));
  }

  @Test
  void add_up_what_a_customer_has_placed_at_any_time() {
    ordersOfNovember();

    assertThat(figures.of(ADA))
        .containsExactlyInAnyOrder(
            new CustomerTotal(total("Created", 1, euros("4.00")), "001793534400000/ada-1"),
            new CustomerTotal(total("Cancelled", 1, euros("200.00")), "001793534400000/ada-2"),
            new CustomerTotal(total("Delivered", 1, dollars("30.00")), "001796040000000/ada-3"));
    assertThat(CustomerReport.of("ada", figures.of(ADA)))
        .isEqualTo(
            new CustomerReport(
                "ada",
                3,
                List.of(
                    Sales.none(Currency.getInstance("EUR"))
                        .plus(total("Created", 1, euros("4.00")))
                        .plus(total("Cancelled", 1, euros("200.00"))),
                    Sales.none(Currency.getInstance("USD"))
                        .plus(total("Delivered", 1, dollars("30.00")))),
                Optional.of("ada-3"),
                Optional.of(Instant.parse("2026-11-30T12:00:00Z"))));
  }

  @Test
  void know_when_the_newest_order_was_placed_whatever_became_of_it() {
    ordersOfNovember();

    assertThat(figures.latestOrderAt()).contains(Instant.parse("2026-12-01T12:00:00Z"));
  }

  @Test
  void of_nobody_and_of_no_days_are_nothing() {
    assertThat(figures.latestOrderAt()).isEmpty();
    assertThat(figures.of(NOVEMBER)).isEmpty();
    assertThat(figures.topProducts(NOVEMBER, 10)).isEmpty();
    assertThat(CustomerReport.of("ada", figures.of(ADA)))
        .isEqualTo(new CustomerReport("ada", 0, List.of(), Optional.empty(), Optional.empty()));
  }

  @Test
  void are_exact_up_to_the_largest_amount_and_an_error_beyond() {
    Money half = new Money(Long.MAX_VALUE / 2, Currency.getInstance("EUR"));
    order("ada-1", "2026-11-01", "Created", item("gold", 1, half));
    order("ada-2", "2026-11-01", "Created", item("gold", 1, half.plus(euros("0.01"))));

    assertThat(figures.of(NOVEMBER))
        .containsExactly(
            on("2026-11-01", "Created", 2, new Money(Long.MAX_VALUE, Currency.getInstance("EUR"))));

    order("ada-3", "2026-11-01", "Created", item("gold", 1, euros("0.01")));
    assertThatThrownBy(() -> figures.of(NOVEMBER)).isInstanceOf(ArithmeticException.class);
  }
}
