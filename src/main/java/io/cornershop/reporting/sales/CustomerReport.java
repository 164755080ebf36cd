package io.cornershop.reporting.sales;

import io.cornershop.reporting.sales.SalesFigures.CustomerTotal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a customer has ordered so far.
 *
 * @param orders all of them, whatever became of them
 * @param totals one per currency
 * @param lastOrderId the one that was placed last
 * @param lastOrderAt when
 */
public record CustomerReport(
    String customerId,
    long orders,
    List<Sales> totals,
    Optional<String> lastOrderId,
    Optional<Instant> lastOrderAt) {

  static CustomerReport of(String customerId, List<CustomerTotal> found) {
    List<Sales> totals = SalesByCurrency.of(found.stream().map(CustomerTotal::total).toList());
    Optional<String> last =
        found.stream().map(CustomerTotal::lastOrderKey).max(Comparator.naturalOrder());
    return new CustomerReport(
        customerId,
        totals.stream().mapToLong(Sales::orders).reduce(0, Math::addExact),
        totals,
        last.map(OrderSales::orderIn),
        last.map(OrderSales::createdAtIn));
  }
}
