package io.cornershop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MoneyTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  @ParameterizedTest
  @CsvSource({
    "10.10, EUR, 1010, 10.10",
    "10.1, EUR, 1010, 10.10",
    "10.1000, EUR, 1010, 10.10",
    "10, EUR, 1000, 10.00",
    "0, EUR, 0, 0.00",
    "-0.05, EUR, -5, -0.05",
    "1500, JPY, 1500, 1500",
    "1.234, KWD, 1234, 1.234",
    "999999999999999.99, EUR, 99999999999999999, 999999999999999.99"
  })
  void counts_in_the_minor_unit_of_its_currency(
      String amount, String currency, long minorUnits, String written) {
    Money money = Money.of(amount, currency);

    assertThat(money).isEqualTo(new Money(minorUnits, Currency.getInstance(currency)));
    assertThat(money.amount()).isEqualTo(written);
    assertThat(money).hasToString(written + " " + currency);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "1,00",
        "1.",
        ".5",
        "+1",
        "1e3",
        "0x1",
        "1.00000",
        "1 000",
        "١",
        "NaN",
        "1234567890123456"
      })
  void refuses_what_is_no_decimal(String amount) {
    assertThatThrownBy(() -> eur(amount)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void refuses_more_decimals_than_the_currency_has() {
    assertThatThrownBy(() -> eur("0.001")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> Money.of("0.5", "JPY")).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "eur", "EURO", "ABC", "XXX", "XAU"})
  void refuses_what_is_no_currency_with_a_minor_unit(String currency) {
    assertThatThrownBy(() -> Money.of("1", currency))
        .isInstanceOf(InvalidValue.class)
        .extracting(refusal -> ((InvalidValue) refusal).field())
        .isEqualTo("currency");
  }

  @Test
  void adds_and_multiplies_exactly() {
    assertThat(eur("0.10").plus(eur("0.20"))).isEqualTo(eur("0.30"));
    assertThat(eur("19.99").times(3)).isEqualTo(eur("59.97"));
    assertThat(Money.zero(EUR).plus(eur("-1"))).isEqualTo(eur("-1.00"));
  }

  @Test
  void does_not_overflow_silently() {
    Money most = new Money(Long.MAX_VALUE, EUR);

    assertThatThrownBy(() -> most.plus(eur("0.01"))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void does_not_add_currencies_that_differ() {
    assertThatThrownBy(() -> eur("1").plus(Money.of("1", "USD")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
