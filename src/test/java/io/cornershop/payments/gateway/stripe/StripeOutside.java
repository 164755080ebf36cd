package io.cornershop.payments.gateway.stripe;

import io.cornershop.payments.gateway.PaymentProvider;
import java.time.Duration;

/** Stripe as it is asked outside of the server. */
public final class StripeOutside implements AutoCloseable {

  private final JdkCalls calls;

  public StripeOutside(String url) {
    calls = new JdkCalls(new StripeSettings(url, "sk_test_secret", Duration.ofSeconds(30)));
  }

  public PaymentProvider provider() {
    return new StripeProvider(calls);
  }

  @Override
  public void close() {
    calls.close();
  }
}
