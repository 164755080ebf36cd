package io.cornershop.reporting.sales;

import io.cornershop.kernel.Money;
import io.cornershop.orders.OrderEvent.Status;
import java.util.Currency;

/**
 * What orders of one currency add up to. Exact; a sum beyond the range of {@link Money} throws
 * {@link ArithmeticException}.
 *
 * @param orders all that were placed, whatever became of them
 * @param amount what they were placed for
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

  /** With orders that stand at {@code status} and were placed for {@code more} together. */
  Sales plus(String status, long count, Money more) {
    Money nothing = Money.zero(more.currency());
    boolean cancelled = status.equals(Status.CANCELLED.toString());
    boolean returned = status.equals(Status.RETURNED.toString());
    return new Sales(
        currency,
        Math.addExact(orders, count),
        amount.plus(more),
        Math.addExact(cancelledOrders, cancelled ? count : 0),
        cancelledAmount.plus(cancelled ? more : nothing),
        Math.addExact(returnedOrders, returned ? count : 0),
        returnedAmount.plus(returned ? more : nothing),
        revenue.plus(cancelled || returned ? nothing : more));
  }
}
