package io.cornershop.payments.gateway.stripe;

import io.cornershop.kernel.AcceptedPaymentMethods;
import io.cornershop.kernel.PaymentMethod;
import java.util.Set;

/**
 * What looks like the id of a payment method, or of its forerunners card and source; whether there
 * is one, Stripe says when the payment is authorised. Stateless.
 *
 * @see <a href="https://docs.stripe.com/api/payment_methods">Stripe's payment methods</a>
 */
public final class StripeMethods implements AcceptedPaymentMethods {

  private static final Set<String> PREFIXES = Set.of("pm_", "card_", "src_");

  @Override
  public void require(PaymentMethod method) {
    if (PREFIXES.stream().noneMatch(method.value()::startsWith)) {
      throw AcceptedPaymentMethods.unknown(method, "what Stripe names, such as pm_card_visa");
    }
  }
}
