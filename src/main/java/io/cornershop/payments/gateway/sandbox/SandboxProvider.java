package io.cornershop.payments.gateway.sandbox;

import io.cornershop.kernel.Money;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.payments.gateway.Answer;
import io.cornershop.payments.gateway.PaymentProvider;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Moves no money. The payment method is the test card that says what happens: {@code
 * sandbox-approve}, {@code sandbox-decline}, {@code sandbox-insufficient-funds}, {@code
 * sandbox-timeout}, {@code sandbox-slow}, {@code sandbox-capture-fails}, {@code
 * sandbox-refund-fails}; any other is refused. Thread-safe.
 */
public final class SandboxProvider implements PaymentProvider {

  private static final String DOOR = "the payment provider";
  private static final Duration SLOWNESS = Duration.ofSeconds(2);

  private final SandboxBooks books;
  private final Consumer<Duration> pause;

  /**
   * @param pause waits as long as it is told
   */
  public SandboxProvider(SandboxBooks books, Consumer<Duration> pause) {
    this.books = books;
    this.pause = pause;
  }

  /** How the sandbox calls a payment. */
  public static String referenceOf(PaymentId payment) {
    return "sandbox-" + payment;
  }

  @Override
  public Answer authorize(String key, PaymentInitiated payment) {
    ReplayFirewall.requireLive(DOOR);
    Money amount = payment.amount();
    SandboxAccount opened =
        SandboxAccount.opened(
            referenceOf(payment.paymentId()),
            payment.paymentMethod().value(),
            amount.currency().getCurrencyCode());
    return answered(opened, key, account -> account.authorized(key, amount.minorUnits()));
  }

  @Override
  public Answer capture(String key, String reference, Money amount) {
    return asked(key, reference, account -> account.captured(key, amount.minorUnits()));
  }

  @Override
  public Answer voidAuthorization(String key, String reference) {
    return asked(key, reference, account -> account.voided(key));
  }

  @Override
  public Answer refund(String key, PaymentId payment, String reference, Money amount) {
    return asked(key, reference, account -> account.refunded(key, amount.minorUnits()));
  }

  private Answer asked(String key, String reference, UnaryOperator<SandboxAccount> change) {
    ReplayFirewall.requireLive(DOOR);
    Optional<SandboxAccount> account = books.find(reference);
    return account
        .map(found -> answered(found, key, change))
        .orElseGet(() -> new Answer.Refused("unknown_payment"));
  }

  private Answer answered(
      SandboxAccount account, String key, UnaryOperator<SandboxAccount> change) {
    SandboxAccount after = books.change(account, change);
    if (after.isSlow()) {
      pause.accept(SLOWNESS);
    }
    return after.answer(key);
  }
}
