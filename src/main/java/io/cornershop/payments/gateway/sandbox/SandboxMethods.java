package io.cornershop.payments.gateway.sandbox;

import io.cornershop.kernel.AcceptedPaymentMethods;
import io.cornershop.kernel.PaymentMethod;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The test cards are all that the sandbox takes. Stateless. */
public final class SandboxMethods implements AcceptedPaymentMethods {

  private static final String CARDS =
      Arrays.stream(SandboxCard.values())
          .filter(card -> card != SandboxCard.UNKNOWN)
          .map(SandboxCard::method)
          .collect(Collectors.joining(", "));

  @Override
  public void require(PaymentMethod method) {
    if (SandboxCard.of(method.value()) == SandboxCard.UNKNOWN) {
      throw AcceptedPaymentMethods.unknown(method, CARDS);
    }
  }
}
