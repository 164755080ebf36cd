package io.cornershop.payments.gateway.stripe;

import io.cornershop.kernel.Unavailable;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Asks over the guarded line. What was cut off before a repeat may have been done; what was cut off
 * before the first try was not. Thread-safe.
 */
final class GuardedCalls implements StripeCalls {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final StripeLine line;

  GuardedCalls(StripeLine line) {
    this.line = line;
  }

  @Override
  public Optional<StripeReply> ask(StripeRequest request) {
    AtomicInteger tries = new AtomicInteger();
    try {
      return Optional.of(line.ask(request, tries));
    } catch (ProcessingException | NotJudged | TimeoutException e) {
      return Optional.empty();
    } catch (CircuitBreakerOpenException | BulkheadException e) {
      if (tries.get() > 0) {
        return Optional.empty();
      }
      throw new Unavailable("Stripe is not asked for a while: it does not answer", RETRY_AFTER, e);
    }
  }
}
