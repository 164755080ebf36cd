package io.cornershop.kernel;

import java.util.regex.Pattern;

/**
 * How somebody pays: the name that the payment provider has given to it. Never a card number; what
 * looks like one is refused, so that none is ever stored.
 */
public record PaymentMethod(String value) implements Identifier {

  private static final Pattern CARD_NUMBER = Pattern.compile("(?:[0-9][._-]*){12,19}");

  public PaymentMethod {
    Identifier.requireValid("paymentMethod", value);
    if (CARD_NUMBER.matcher(value).matches()) {
      throw new InvalidValue("paymentMethod", "must be the provider's token, not a card number");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
