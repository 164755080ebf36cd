package io.cornershop.reporting.sales;

import io.cornershop.reporting.sales.SalesFigures.DayTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was sold in each period, and in all of them together.
 *
 * @param from the first day
 * @param to the last day
 * @param timeZone where the days begin and end
 * @param items all periods, also those without orders, in order
 * @param totals one per currency
 * @param latestOrderAt when the newest order was created of those that the sums know, of whichever
 *     day; absent when they know none
 */
public record SalesReport(
    LocalDate from,
    LocalDate to,
    String groupBy,
    String timeZone,
    List<Period> items,
    List<Sales> totals,
    Optional<Instant> latestOrderAt) {

  /**
   * A period, or the part of it that the report is about.
   *
   * @param period its name, such as {@code 2026-11-01}, {@code 2026-W45} or {@code 2026-11}
   * @param from the first day of it in the report
   * @param to the last day of it in the report
   * @param sales one per currency, by the day on which the orders were placed
   */
  public record Period(String period, LocalDate from, LocalDate to, List<Sales> sales) {}

  /** Without {@link #latestOrderAt}. */
  static SalesReport of(Days days, Grouping grouping, ZoneId zone, List<DayTotal> totals) {
    return new SalesReport(
        days.first(),
        days.last(),
        grouping.toString(),
        zone.getId(),
        periods(days, grouping, totals),
        SalesByCurrency.of(totals.stream().map(DayTotal::total).toList()),
        Optional.empty());
  }

  SalesReport knowing(Optional<Instant> latest) {
    return new SalesReport(from, to, groupBy, timeZone, items, totals, latest);
  }

  private static List<Period> periods(Days days, Grouping grouping, List<DayTotal> totals) {
    List<Period> periods = new ArrayList<>();
    LocalDate first = days.first();
    while (!first.isAfter(days.last())) {
      LocalDate end = grouping.lastDayWith(first);
      LocalDate last = end.isBefore(days.last()) ? end : days.last();
      periods.add(period(grouping.nameOf(first), new Days(first, last), totals));
      first = last.plusDays(1);
    }
    return List.copyOf(periods);
  }

  private static Period period(String name, Days days, List<DayTotal> totals) {
    List<SalesFigures.Total> within =
        totals.stream().filter(total -> days.include(total.day())).map(DayTotal::total).toList();
    return new Period(name, days.first(), days.last(), SalesByCurrency.of(within));
  }
}
