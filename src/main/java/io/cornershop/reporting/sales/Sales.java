package io.cornershop.reporting.sales;

import io.cornershop.kernel.Money;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.reporting.sales.SalesFigures.Total;
import java.util.Currency;

/**
 * What orders of one currency add up to. Exact; a sum beyond the range of {@link Money} throws
 * {@link ArithmeticException}.
 *
 * @param orders all that were placed, whatever became of them
 * @param amount what they were placed for
 * @param returnedOrders of which all or a part came back
 * @param returnedAmount what was paid for what came back
 * @param revenue {@code amount} without what was cancelled and returned
 */
public record Sales(
    String currency,
    long orders,
    Money amount,
    long cancelledOrders,
    Money cancelledAmount,
    long returnedOrders,
    Money returnedAmount,
    Money revenue) {

  /** Nothing sold yet, in this currency. */
  static Sales none(Currency currency) {
    Money zero = Money.zero(currency);
    return new Sales(currency.getCurrencyCode(), 0, zero, 0, zero, 0, zero, zero);
  }

  /** With more orders of this currency. */
  Sales plus(Total more) {
    Money nothing = Money.zero(more.amount().currency());
    boolean cancelled = more.status().equals(Status.CANCELLED.toString());
    boolean returned = more.status().equals(Status.RETURNED.toString());
    Money kept = cancelled ? nothing : more.amount().minus(more.returned());
    return new Sales(
        currency,
        Math.addExact(orders, more.orders()),
        amount.plus(more.amount()),
        Math.addExact(cancelledOrders, cancelled ? more.orders() : 0),
        cancelledAmount.plus(cancelled ? more.amount() : nothing),
        Math.addExact(returnedOrders, returned ? more.orders() : 0),
        returnedAmount.plus(more.returned()),
        revenue.plus(kept));
  }
}
