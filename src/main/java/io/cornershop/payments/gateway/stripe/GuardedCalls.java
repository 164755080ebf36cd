package io.cornershop.payments.gateway.stripe;

import io.cornershop.kernel.Unavailable;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Asks over the guarded line. Thread-safe. */
final class GuardedCalls implements StripeCalls {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final StripeLine line;

  GuardedCalls(StripeLine line) {
    this.line = line;
  }

  @Override
  public Optional<StripeReply> ask(StripeRequest request) {
    try {
      return Optional.of(line.ask(request));
    } catch (ProcessingException | NotJudged | TimeoutException e) {
      return Optional.empty();
    } catch (CircuitBreakerOpenException | BulkheadException e) {
      throw new Unavailable("Stripe is not asked for a while: it does not answer", RETRY_AFTER, e);
    }
  }
}
