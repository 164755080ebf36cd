package io.cornershop.payments.gateway.stripe;

import static io.cornershop.payments.PaymentFixtures.INITIATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.Unavailable;
import io.cornershop.payments.gateway.Answer.Unknown;
import jakarta.ws.rs.ProcessingException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a guarded line tells, in the words of a provider. How it guards, StripeLineIT shows. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GuardedCallsTest {

  /** Fails in one way. */
  private static final class BadLine extends StripeLine {

    private final RuntimeException failure;
    private final boolean atRepeat;

    BadLine(RuntimeException failure, boolean atRepeat) {
      this.failure = failure;
      this.atRepeat = atRepeat;
    }

    @Override
    public StripeReply ask(StripeRequest request, AtomicInteger tries) {
      tries.set(atRepeat ? 1 : 0);
      throw failure;
    }
  }

  static Stream<RuntimeException> asked() {
    return Stream.of(
        new ProcessingException("reset"), new NotJudged(500), new TimeoutException("late"));
  }

  static Stream<RuntimeException> notAsked() {
    return Stream.of(new CircuitBreakerOpenException("open"), new BulkheadException("full"));
  }

  private static StripeProvider over(RuntimeException failure) {
    return new StripeProvider(new BadLine(failure, false));
  }

  @ParameterizedTest
  @MethodSource("notAsked")
  void does_not_know_what_became_of_a_request_that_was_cut_off_before_a_repeat(
      RuntimeException failure) {
    StripeProvider provider = new StripeProvider(new BadLine(failure, true));
    assertThat(provider.authorize("hold", INITIATED)).isEqualTo(new Unknown());
  }

  @ParameterizedTest
  @MethodSource("asked")
  void does_not_know_what_became_of_a_request_that_may_have_arrived(RuntimeException failure) {
    assertThat(over(failure).authorize("hold", INITIATED)).isEqualTo(new Unknown());
  }

  @ParameterizedTest
  @MethodSource("notAsked")
  void says_that_nothing_was_asked_while_the_circuit_is_open(RuntimeException failure) {
    assertThatThrownBy(() -> over(failure).authorize("hold", INITIATED))
        .isInstanceOf(Unavailable.class)
        .hasMessage("Stripe is not asked for a while: it does not answer")
        .hasCause(failure);
  }
}
