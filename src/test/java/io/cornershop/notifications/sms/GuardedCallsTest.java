package io.cornershop.notifications.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.notifications.sms.SmsReply.Lost;
import io.cornershop.notifications.sms.SmsReply.NotAsked;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may have arrived and what has not. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GuardedCallsTest {

  private static final SmsSettings SETTINGS =
      new SmsSettings("http://127.0.0.1:1", "AC1", "secret", "+15550100", Duration.ofSeconds(1));

  /** Fails in one way. */
  private static final class BadLine extends SmsLine {

    private final RuntimeException failure;

    BadLine(RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    public SmsReply ask(Function<SmsApi, Response> request) {
      throw failure;
    }
  }

  static Stream<RuntimeException> notAsked() {
    return Stream.of(
        new CircuitBreakerOpenException("open"),
        new BulkheadException("full"),
        new ProcessingException(new ConnectException("refused")),
        new ProcessingException(new IOException(new UnknownHostException("sms.example.org"))));
  }

  static Stream<RuntimeException> lost() {
    return Stream.of(
        new ProviderFailed("The SMS provider answers 500"),
        new TimeoutException("late"),
        new ProcessingException("reset"),
        new ProcessingException(new SocketTimeoutException("Read timed out")));
  }

  @ParameterizedTest
  @MethodSource("notAsked")
  void what_never_left_was_not_asked(RuntimeException failure) {
    GuardedCalls calls = new GuardedCalls(new BadLine(failure), SETTINGS);
    assertThat(calls.create(Map.of())).isInstanceOf(NotAsked.class);
    assertThat(calls.list("+15550199", 1)).isInstanceOf(NotAsked.class);
  }

  @ParameterizedTest
  @MethodSource("lost")
  void what_may_have_arrived_is_lost(RuntimeException failure) {
    GuardedCalls calls = new GuardedCalls(new BadLine(failure), SETTINGS);
    assertThat(calls.create(Map.of())).isInstanceOf(Lost.class);
    assertThat(calls.list("+15550199", 1)).isInstanceOf(Lost.class);
  }
}
