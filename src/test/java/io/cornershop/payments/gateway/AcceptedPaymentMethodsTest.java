package io.cornershop.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.AcceptedPaymentMethods;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.kernel.Rejected;
import io.cornershop.payments.gateway.sandbox.SandboxMethods;
import io.cornershop.payments.gateway.stripe.StripeMethods;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each provider says for itself what can be paid with. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AcceptedPaymentMethodsTest {

  private static final AcceptedPaymentMethods SANDBOX = new SandboxMethods();
  private static final AcceptedPaymentMethods STRIPE = new StripeMethods();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sandbox-approve",
        "sandbox-decline",
        "sandbox-insufficient-funds",
        "sandbox-timeout",
        "sandbox-slow",
        "sandbox-capture-fails",
        "sandbox-refund-fails"
      })
  void the_sandbox_takes_its_test_cards(String card) {
    assertThatNoException().isThrownBy(() -> SANDBOX.require(new PaymentMethod(card)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pm_card_visa", "pm_1MqLiJLkdIwHu7ix", "card_1MvoiELkd", "src_1N3lxdLkd"})
  void stripe_takes_what_it_has_named(String method) {
    assertThatNoException().isThrownBy(() -> STRIPE.require(new PaymentMethod(method)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox-unheard-of", "sandbox-", "pm_card_visa", "Sandbox-approve"})
  void the_sandbox_refuses_any_other_and_lists_them(String method) {
    assertRefused(
        SANDBOX,
        method,
        "sandbox-approve, sandbox-decline, sandbox-insufficient-funds, sandbox-timeout,"
            + " sandbox-slow, sandbox-capture-fails, sandbox-refund-fails");
  }

  @Test
  void stripe_refuses_test_cards_of_the_sandbox() {
    assertRefused(STRIPE, "sandbox-approve", "what Stripe names, such as pm_card_visa");
  }

  private static void assertRefused(AcceptedPaymentMethods methods, String method, String instead) {
    assertThatThrownBy(() -> methods.require(new PaymentMethod(method)))
        .hasMessage("There is no payment method " + method + "; there is " + instead)
        .isInstanceOfSatisfying(
            Rejected.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Rejected.Kind.RULE);
              assertThat(refusal.code()).isEqualTo("unknown-payment-method");
            });
  }
}
