package io.cornershop.kernel;

/**
 * Which payment methods whoever moves the money can do anything with; the provider answers it, and
 * asks nobody. Implementations are thread-safe.
 */
@FunctionalInterface
public interface AcceptedPaymentMethods {

  /**
   * Lets a payment method pass with which a payment can be tried.
   *
   * @throws Rejected with {@code unknown-payment-method} and what there is instead
   */
  void require(PaymentMethod method);

  /** The refusal of a method that the provider does not know. */
  static Rejected unknown(PaymentMethod method, String instead) {
    return Rejected.rule(
        "unknown-payment-method", "There is no payment method " + method + "; there is " + instead);
  }
}
