package io.cornershop.observability.traces;

import static io.cornershop.observability.traces.TestSpans.attributesOf;
import static io.cornershop.observability.traces.TestSpans.parentOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.Money;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.Unavailable;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.payments.PaymentFixtures;
import io.cornershop.payments.gateway.Answer;
import io.cornershop.payments.gateway.PaymentProvider;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Requests to a payment provider, as spans. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TracedProviderTest {

  private final TestSpans noted = new TestSpans();

  private PaymentProvider answering(Supplier<Answer> answer) {
    return new TracedProvider(new Answering(answer), noted.spans, "sandbox");
  }

  private record Answering(Supplier<Answer> answer) implements PaymentProvider {

    @Override
    public Answer authorize(String key, PaymentInitiated payment) {
      return answer.get();
    }

    @Override
    public Answer capture(String key, String reference, Money amount) {
      return answer.get();
    }

    @Override
    public Answer voidAuthorization(String key, String reference) {
      return answer.get();
    }

    @Override
    public Answer refund(String key, PaymentId payment, String reference, Money amount) {
      return answer.get();
    }
  }

  @Test
  void each_is_part_of_the_handling_and_says_nothing_of_money() {
    PaymentProvider provider = answering(() -> new Answer.Done("reference-1"));
    Money amount = PaymentFixtures.INITIATED.amount();

    String handling =
        noted.during(
            "handling",
            () -> {
              provider.authorize("key", PaymentFixtures.INITIATED);
              provider.capture("key", "reference-1", amount);
              provider.refund("key", PaymentFixtures.PAYMENT, "reference-1", amount);
              provider.voidAuthorization("key", "reference-1");
            });

    assertThat(noted.names())
        .containsExactly(
            "payment authorize", "payment capture", "payment refund", "payment void", "handling");
    SpanData authorize = noted.only("payment authorize");
    assertThat(authorize.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(parentOf(authorize)).contains(handling);
    assertThat(attributesOf(authorize))
        .isEqualTo(
            Map.of(
                "cornershop.payment.provider", "sandbox",
                "cornershop.payment.id", PaymentFixtures.PAYMENT.value(),
                "cornershop.outcome", "done"));
  }

  @Test
  void a_refusal_is_an_answer_no_answer_is_an_error() {
    answering(() -> new Answer.Refused("card_declined"))
        .authorize("key", PaymentFixtures.INITIATED);
    answering(Answer.Unknown::new).capture("key", "r", PaymentFixtures.INITIATED.amount());
    assertThatThrownBy(
            () ->
                answering(
                        () -> {
                          throw new Unavailable("not asked", Duration.ofSeconds(1), null);
                        })
                    .voidAuthorization("key", "r"))
        .isInstanceOf(Unavailable.class);

    assertThat(noted.ended())
        .extracting(span -> span.getStatus().getStatusCode())
        .containsExactly(StatusCode.UNSET, StatusCode.ERROR, StatusCode.ERROR);
    assertThat(noted.ended())
        .extracting(span -> attributesOf(span).get("error.type"))
        .containsExactly(null, "unknown", "Unavailable");
  }
}
