package io.cornershop.reporting.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.cornershop.kernel.Money;
import io.cornershop.reporting.sales.SalesFigures.DayTotal;
import io.cornershop.reporting.sales.SalesFigures.Total;
import io.cornershop.reporting.sales.SalesReport.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SalesReportTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Days days(String first, String last) {
    return new Days(day(first), day(last));
  }

  private static DayTotal total(String day, String status, long orders, String amount) {
    return total(day, status, orders, Money.of(amount, "EUR"));
  }

  private static DayTotal total(String day, String status, long orders, Money amount) {
    Money returned = status.equals("Returned") ? amount : amount.times(0);
    return new DayTotal(day(day), new Total(status, orders, amount, returned));
  }

  private static Sales euros(long orders, String amount) {
    return Sales.none(Currency.getInstance("EUR"))
        .plus(new Total("Created", orders, Money.of(amount, "EUR"), Money.of("0", "EUR")));
  }

  private static Period period(String name, String from, String to, Sales... sales) {
    return new Period(name, day(from), day(to), List.of(sales));
  }

  @Test
  void the_week_between_the_years_belongs_to_the_year_of_its_thursday() {
    List<DayTotal> totals =
        List.of(
            total("2026-12-27", "Created", 1, "1.00"),
            total("2026-12-28", "Created", 1, "2.00"),
            total("2027-01-03", "Created", 1, "4.00"),
            total("2027-01-04", "Created", 1, "8.00"));

    assertThat(SalesReport.of(days("2026-12-27", "2027-01-04"), Grouping.WEEK, BERLIN, totals))
        .isEqualTo(
            new SalesReport(
                day("2026-12-27"),
                day("2027-01-04"),
                "week",
                "Europe/Berlin",
                List.of(
                    period("2026-W52", "2026-12-27", "2026-12-27", euros(1, "1.00")),
                    period("2026-W53", "2026-12-28", "2027-01-03", euros(2, "6.00")),
                    period("2027-W01", "2027-01-04", "2027-01-04", euros(1, "8.00"))),
                List.of(euros(4, "15.00")),
                Optional.empty()));
  }

  @Test
  void months_and_days_without_orders_are_there_and_empty() {
    List<DayTotal> totals = List.of(total("2028-02-29", "Created", 2, "3.00"));

    assertThat(
            SalesReport.of(days("2028-01-31", "2028-03-01"), Grouping.MONTH, BERLIN, totals)
                .items())
        .containsExactly(
            period("2028-01", "2028-01-31", "2028-01-31"),
            period("2028-02", "2028-02-01", "2028-02-29", euros(2, "3.00")),
            period("2028-03", "2028-03-01", "2028-03-01"));
    assertThat(
            SalesReport.of(days("2028-02-28", "2028-02-29"), Grouping.DAY, BERLIN, totals).items())
        .containsExactly(
            period("2028-02-28", "2028-02-28", "2028-02-28"),
            period("2028-02-29", "2028-02-29", "2028-02-29", euros(2, "3.00")));
  }

  @Test
  void cancelled_and_returned_orders_were_placed_but_are_no_revenue() {
    List<DayTotal> totals =
        List.of(
            total("2026-11-01", "Created", 3, "30.00"),
            total("2026-11-01", "Delivered", 2, "20.00"),
            total("2026-11-01", "Cancelled", 1, "5.00"),
            total("2026-11-01", "Returned", 1, "7.00"));

    assertThat(
            SalesReport.of(days("2026-11-01", "2026-11-01"), Grouping.DAY, BERLIN, totals).totals())
        .containsExactly(
            new Sales(
                "EUR",
                7,
                Money.of("62.00", "EUR"),
                1,
                Money.of("5.00", "EUR"),
                1,
                Money.of("7.00", "EUR"),
                Money.of("50.00", "EUR")));
  }

  @Test
  void currencies_are_never_mixed() {
    List<DayTotal> totals =
        List.of(
            total("2026-11-01", "Created", 1, Money.of("10.10", "USD")),
            total("2026-11-01", "Created", 1, Money.of("0.01", "EUR")),
            total("2026-11-01", "Created", 1, Money.of("700", "JPY")));

    assertThat(
            SalesReport.of(days("2026-11-01", "2026-11-01"), Grouping.DAY, BERLIN, totals).totals())
        .extracting(Sales::currency, sales -> sales.revenue().amount())
        .containsExactly(tuple("EUR", "0.01"), tuple("JPY", "700"), tuple("USD", "10.10"));
  }

  @Test
  void a_sum_that_money_cannot_hold_is_an_error_and_no_wrong_number() {
    Money most = new Money(Long.MAX_VALUE, Currency.getInstance("EUR"));
    List<DayTotal> totals =
        List.of(total("2026-11-01", "Created", 1, most), total("2026-11-02", "Created", 1, "0.01"));

    assertThatThrownBy(
            () -> SalesReport.of(days("2026-11-01", "2026-11-02"), Grouping.DAY, BERLIN, totals))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @EnumSource(Grouping.class)
  void periods_follow_each_other_and_hold_each_day_once(Grouping grouping) {
    Random random = new Random(11);
    for (int attempt = 0; attempt < 200; attempt++) {
      LocalDate first = LocalDate.ofEpochDay(random.nextInt(40_000));
      Days days = new Days(first, first.plusDays(random.nextInt(Days.MOST)));

      List<Period> periods = SalesReport.of(days, grouping, BERLIN, List.of()).items();

      assertThat(periods.getFirst().from()).isEqualTo(days.first());
      assertThat(periods.getLast().to()).isEqualTo(days.last());
      assertThat(periods).extracting(Period::period).isSorted().doesNotHaveDuplicates();
      assertThat(IntStream.range(1, periods.size()))
          .allMatch(n -> periods.get(n).from().equals(periods.get(n - 1).to().plusDays(1)));
      assertThat(periods.stream().mapToLong(p -> ChronoUnit.DAYS.between(p.from(), p.to()) + 1))
          .allMatch(length -> length >= 1 && length <= 31);
    }
  }
}
