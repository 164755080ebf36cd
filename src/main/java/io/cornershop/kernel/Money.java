package io.cornershop.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount of one currency, counted in its minor unit (cents for EUR). Arithmetic never
 * rounds; an overflow throws {@link ArithmeticException}.
 */
public record Money(long minorUnits, Currency currency) {

  public Money {
    requireMinorUnit(currency);
  }

  private static Currency requireMinorUnit(Currency currency) {
    if (currency == null || currency.getDefaultFractionDigits() < 0) {
      throw new InvalidValue("currency", "must be an ISO 4217 currency with a minor unit");
    }
    return currency;
  }

  /** Nothing, in a currency. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * Reads a decimal such as {@code 10.10}.
   *
   * @throws InvalidValue for another form, too many decimals, an unknown currency or an amount
   *     beyond the range of a long
   */
  public static Money of(String amount, String currencyCode) {
    Currency currency = currencyOf(currencyCode);
    if (amount == null || !amount.matches("-?[0-9]{1,15}(\\.[0-9]{1,4})?")) {
      throw new InvalidValue("amount", "must be a decimal number such as \"10.10\"");
    }
    try {
      BigDecimal minor = new BigDecimal(amount).movePointRight(currency.getDefaultFractionDigits());
      return new Money(minor.longValueExact(), currency);
    } catch (ArithmeticException e) {
      throw new InvalidValue("amount", "has more decimals than " + currencyCode + " knows");
    }
  }

  private static Currency currencyOf(String code) {
    try {
      return requireMinorUnit(Currency.getInstance(code));
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new InvalidValue("currency", "must be an ISO 4217 code such as \"EUR\"");
    }
  }

  /** The amount as a decimal with all digits of the currency, for instance {@code 10.10}. */
  public String amount() {
    return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits()).toPlainString();
  }

  /** The sum; both must be of one currency. */
  public Money plus(Money other) {
    requireSame(other);
    return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
  }

  /** The difference; both must be of one currency. */
  public Money minus(Money other) {
    requireSame(other);
    return new Money(Math.subtractExact(minorUnits, other.minorUnits), currency);
  }

  private void requireSame(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
    }
  }

  /** This amount, {@code quantity} times. */
  public Money times(int quantity) {
    return new Money(Math.multiplyExact(minorUnits, quantity), currency);
  }

  @Override
  public String toString() {
    return amount() + " " + currency;
  }
}
