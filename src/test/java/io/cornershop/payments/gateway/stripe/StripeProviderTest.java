package io.cornershop.payments.gateway.stripe;

import static io.cornershop.payments.PaymentFixtures.AMOUNT;
import static io.cornershop.payments.PaymentFixtures.INITIATED;
import static io.cornershop.payments.PaymentFixtures.PART;
import static io.cornershop.payments.PaymentFixtures.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import io.cornershop.payments.gateway.Answer;
import io.cornershop.payments.gateway.Answer.Done;
import io.cornershop.payments.gateway.Answer.Refused;
import io.cornershop.payments.gateway.Answer.Unknown;
import io.cornershop.payments.gateway.Moved;
import io.cornershop.payments.gateway.PaymentProvider;
import io.cornershop.payments.gateway.PaymentProviderContract;
import io.cornershop.payments.gateway.stripe.StripeServer.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeProviderTest extends PaymentProviderContract {

  private static final String BUSY =
      "{\"error\": {\"type\": \"%s\", \"code\": \"something\", \"message\": \"Later\"}}";

  private StripeServer stripe;
  private JdkCalls calls;
  private StripeProvider provider;

  @Override
  protected PaymentProvider emptyProvider() {
    stripe = StripeServer.start();
    calls = new JdkCalls(settings(stripe.url(), Duration.ofSeconds(30)));
    provider = new StripeProvider(calls);
    return provider;
  }

  private static StripeSettings settings(String url, Duration timeout) {
    return new StripeSettings(url, "sk_test_secret", timeout);
  }

  @AfterEach
  void close() {
    calls.close();
    stripe.close();
  }

  @Override
  protected Moved moved(String reference) {
    return stripe.moved(reference);
  }

  @Test
  void asks_in_the_form_that_stripe_has_documented() {
    provider.authorize("hold", INITIATED);
    provider.capture("take", "pi_1", AMOUNT);
    provider.refund("back", PAYMENT, "pi_1", PART);
    assertThat(stripe.requests())
        .isEqualTo(
            List.of(
                new Request(
                    "POST",
                    "/v1/payment_intents",
                    "hold",
                    Map.of(
                        "amount", "8175",
                        "currency", "eur",
                        "payment_method", "sandbox-approve",
                        "payment_method_types[]", "card",
                        "capture_method", "manual",
                        "confirm", "true",
                        "metadata[payment_id]", "cart-1",
                        "metadata[order_id]", "cart-1")),
                new Request(
                    "POST",
                    "/v1/payment_intents/pi_1/capture",
                    "take",
                    Map.of("amount_to_capture", "8175")),
                new Request(
                    "POST",
                    "/v1/refunds",
                    "back",
                    Map.of(
                        "payment_intent", "pi_1",
                        "amount", "705",
                        "metadata[payment_id]", "cart-1",
                        "metadata[request]", "back"))));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 409, 429, 500, 502, 503})
  void does_not_know_what_became_of_a_request_that_was_not_judged(int status) {
    stripe.next(status, BUSY.formatted("api_error"));
    assertThat(provider.authorize("hold", INITIATED)).isEqualTo(new Unknown());
    assertThat(provider.authorize("hold", INITIATED)).isEqualTo(new Done("pi_1"));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void does_not_know_what_became_of_a_request_whose_connection_broke(Fault fault) {
    stripe.breakNext(fault);
    assertThat(provider.authorize("hold", INITIATED)).isEqualTo(new Unknown());
    assertThat(provider.authorize("hold", INITIATED)).isEqualTo(new Done("pi_1"));
  }

  @Test
  void does_not_know_what_an_answer_means_that_is_not_stripes() {
    stripe.next(200, "<html>");
    assertThat(provider.capture("take", "pi_1", AMOUNT)).isEqualTo(new Unknown());
  }

  @Test
  void takes_what_is_true_for_the_answer_when_a_new_key_comes_too_late() {
    provider.authorize("hold", INITIATED);
    provider.capture("take", "pi_1", AMOUNT);
    assertThat(provider.capture("forgotten", "pi_1", AMOUNT)).isEqualTo(new Done("pi_1"));
    assertThat(stripe.moved("pi_1")).isEqualTo(new Moved(0, AMOUNT.minorUnits(), 0));
  }

  @Test
  void leaves_a_key_that_was_used_for_something_else_to_somebody() {
    stripe.next(400, BUSY.formatted("idempotency_error"));
    assertThatThrownBy(() -> provider.refund("back", PAYMENT, "pi_1", PART))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Stripe knows this key for another request");
  }

  @Test
  void refuses_what_the_customer_would_have_to_confirm() {
    stripe.next(200, "{\"id\": \"pi_9\", \"status\": \"requires_action\"}");
    Answer answer = provider.authorize("hold", INITIATED);
    assertThat(answer).isEqualTo(new Refused("authentication_required"));
  }

  @Test
  void tells_that_a_refund_has_failed_at_once() {
    stripe.next(
        200,
        "{\"id\": \"re_9\", \"status\": \"failed\", \"failure_reason\": \"lost_or_stolen_card\"}");
    assertThat(provider.refund("back", PAYMENT, "pi_1", PART))
        .isEqualTo(new Refused("lost_or_stolen_card"));
  }

  @Test
  void repeats_nothing_of_an_answer_but_codes() {
    stripe.next(402, "{\"error\": {\"code\": \"4242424242424242\", \"message\": \"4242\"}}");
    assertThat(provider.authorize("hold", INITIATED)).isEqualTo(new Refused("refused"));
  }

  /** The connection is taken, and nothing is ever said. */
  @Test
  void does_not_wait_for_ever() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        JdkCalls impatient =
            new JdkCalls(
                settings("http://127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(200)))) {
      assertThat(new StripeProvider(impatient).authorize("hold", INITIATED))
          .isEqualTo(new Unknown());
    }
  }

  @Test
  void does_not_know_when_nobody_listens() {
    stripe.close();
    assertThat(provider.authorize("hold", INITIATED)).isEqualTo(new Unknown());
  }

  @Test
  void keeps_its_secret() {
    assertThat(settings("https://api.stripe.com", Duration.ofSeconds(1)))
        .hasToString("Stripe at https://api.stripe.com");
  }
}
