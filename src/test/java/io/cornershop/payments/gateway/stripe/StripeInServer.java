package io.cornershop.payments.gateway.stripe;

import io.cornershop.outbound.RecordedCalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Gives the line of the in-container tests somebody to talk to. */
@ApplicationScoped
public class StripeInServer {

  /** The line tries a request up to three times. */
  private static final int SILENCES = 6;

  @Produces
  @Singleton
  StripeServer server() {
    return StripeServer.start(SILENCES);
  }

  void close(@Disposes StripeServer server) {
    server.close();
  }

  @Produces
  @Singleton
  RecordedCalls calls() {
    return new RecordedCalls();
  }

  @Produces
  @Singleton
  StripeSettings settings(StripeServer server) {
    return new StripeSettings(server.url(), "sk_test_secret", Duration.ofMillis(500));
  }
}
