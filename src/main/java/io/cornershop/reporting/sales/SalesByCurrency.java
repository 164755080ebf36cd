package io.cornershop.reporting.sales;

import io.cornershop.reporting.sales.SalesFigures.Total;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds totals up, each currency for itself. Stateless. */
final class SalesByCurrency {

  private SalesByCurrency() {}

  /** By the code of the currency; empty when there are no totals. */
  static List<Sales> of(Collection<Total> totals) {
    Map<String, Sales> sales = new TreeMap<>();
    for (Total total : totals) {
      Currency currency = total.amount().currency();
      Sales before = sales.getOrDefault(currency.getCurrencyCode(), Sales.none(currency));
      sales.put(currency.getCurrencyCode(), before.plus(total));
    }
    return List.copyOf(sales.values());
  }
}
