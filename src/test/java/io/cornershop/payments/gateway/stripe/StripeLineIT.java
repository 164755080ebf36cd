package io.cornershop.payments.gateway.stripe;

import static io.cornershop.payments.PaymentFixtures.AMOUNT;
import static io.cornershop.payments.PaymentFixtures.INITIATED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.cornershop.kernel.Unavailable;
import io.cornershop.outbound.HttpCall;
import io.cornershop.outbound.HttpCall.Target;
import io.cornershop.outbound.RecordedCalls;
import io.cornershop.outbound.RecordedCalls.Recorded;
import io.cornershop.payments.PaymentFixtures;
import io.cornershop.payments.gateway.Answer.Done;
import io.cornershop.payments.gateway.Answer.Unknown;
import io.cornershop.payments.gateway.Moved;
import io.cornershop.payments.gateway.PaymentProvider;
import io.cornershop.payments.gateway.PaymentProviderContract;
import io.cornershop.payments.gateway.stripe.StripeRequest.Find;
import io.cornershop.payments.gateway.stripe.StripeServer.Request;
import io.cornershop.testing.Await;
import io.cornershop.testing.SmallApplication;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The adapter as it runs: Rest Client and Fault Tolerance of the server, against WireMock. */
@ArquillianTest
public class StripeLineIT extends PaymentProviderContract {

  private static final Moved HELD_ONCE = new Moved(AMOUNT.minorUnits(), 0, 0);

  /** As many as the breaker looks back at. */
  private static final int WINDOW = 10;

  @Inject StripeLine line;
  @Inject StripeServer stripe;
  @Inject RecordedCalls calls;

  private PaymentProvider provider;

  @Deployment
  static WebArchive application() {
    return SmallApplication.withoutEngine(
            PaymentFixtures.class.getPackage(),
            PaymentProviderContract.class.getPackage(),
            StripeLine.class.getPackage())
        .addClass(Await.class)
        .addAsLibrary(SmallApplication.libraryOf(WireMockServer.class));
  }

  @Override
  protected PaymentProvider emptyProvider() {
    stripe.reset();
    Await.until(() -> whatBecomesOf(this::ask), "judged"::equals);
    IntStream.range(0, WINDOW).forEach(n -> ask());
    stripe.reset();
    provider = new StripeProvider(line);
    return provider;
  }

  private void ask() {
    line.ask(new Find("pi_0"), new AtomicInteger());
  }

  private static String whatBecomesOf(Runnable question) {
    try {
      question.run();
      return "judged";
    } catch (RuntimeException open) {
      return open.toString();
    }
  }

  @Override
  protected Moved moved(String reference) {
    return stripe.moved(reference);
  }

  private List<String> keys() {
    return stripe.requests().stream().map(Request::key).toList();
  }

  @Test
  void repeats_a_broken_request_with_the_same_key() {
    stripe.breakNext(Fault.CONNECTION_RESET_BY_PEER);
    assertThat(provider.authorize("hold", INITIATED)).isEqualTo(new Done("pi_1"));
    assertThat(keys()).isEqualTo(List.of("hold", "hold"));
    assertThat(stripe.moved("pi_1")).isEqualTo(HELD_ONCE);
  }

  @Test
  void each_try_is_noted_and_takes_along_what_the_other_side_is_to_know() {
    calls.clear();
    stripe.breakNext(Fault.CONNECTION_RESET_BY_PEER);
    provider.authorize("hold", INITIATED);
    provider.capture("take", "pi_1", AMOUNT);

    assertThat(calls.ended())
        .containsExactly(
            new Recorded(post("/payment_intents", 0), "ProcessingException"),
            new Recorded(post("/payment_intents", 1), "200"),
            new Recorded(post("/payment_intents/{intent}/capture", 0), "200"));
    assertThat(stripe.traceparents())
        .containsExactly(Optional.of("call-0"), Optional.of("call-1"), Optional.of("call-2"));
  }

  private HttpCall post(String path, int resends) {
    URI base = URI.create(stripe.url() + "/v1");
    return new HttpCall("POST", Optional.of(new Target(base, path)), resends);
  }

  @Test
  void does_not_know_what_became_of_a_request_without_an_answer_in_time_and_holds_once() {
    stripe.answerAfter(Duration.ofSeconds(2));
    assertThat(provider.authorize("hold", INITIATED)).isEqualTo(new Unknown());
    stripe.heal();
    assertThat(provider.authorize("hold", INITIATED)).isEqualTo(new Done("pi_1"));
    assertThat(keys()).containsOnly("hold");
    assertThat(stripe.moved("pi_1")).isEqualTo(HELD_ONCE);
  }

  @Test
  void asks_nobody_while_most_requests_fail_and_asks_again_after_a_while() {
    stripe.answerAlways(503);
    Await.until(this::authorized, "not asked"::equals);
    int asked = stripe.requests().size();
    assertThat(authorized()).isEqualTo("not asked");
    assertThat(stripe.requests()).hasSize(asked);
    stripe.heal();
    Await.until(this::authorized, new Done("pi_1").toString()::equals);
    assertThat(keys()).containsOnly("hold");
    assertThat(stripe.moved("pi_1")).isEqualTo(HELD_ONCE);
  }

  private String authorized() {
    try {
      return provider.authorize("hold", INITIATED).toString();
    } catch (Unavailable open) {
      return "not asked";
    }
  }
}
