package io.cornershop.observability.traces;

import io.cornershop.kernel.Money;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.Span;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.payments.gateway.Answer;
import io.cornershop.payments.gateway.PaymentProvider;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A payment provider with a span for each request, which says nothing of amounts and cards. A
 * refusal is an answer; no answer is a failure. Thread-safe.
 */
public final class TracedProvider implements PaymentProvider {

  private final PaymentProvider provider;
  private final Spans spans;
  private final String name;

  /**
   * @param name of the provider
   */
  public TracedProvider(PaymentProvider provider, Spans spans, String name) {
    this.provider = provider;
    this.spans = spans;
    this.name = name;
  }

  @Override
  public Answer authorize(String key, PaymentInitiated payment) {
    Optional<PaymentId> id = Optional.of(payment.paymentId());
    return noted("authorize", id, () -> provider.authorize(key, payment));
  }

  @Override
  public Answer capture(String key, String reference, Money amount) {
    return noted("capture", Optional.empty(), () -> provider.capture(key, reference, amount));
  }

  @Override
  public Answer voidAuthorization(String key, String reference) {
    return noted("void", Optional.empty(), () -> provider.voidAuthorization(key, reference));
  }

  @Override
  public Answer refund(String key, PaymentId payment, String reference, Money amount) {
    return noted(
        "refund", Optional.of(payment), () -> provider.refund(key, payment, reference, amount));
  }

  private Answer noted(String request, Optional<PaymentId> payment, Supplier<Answer> call) {
    Span span = begin(request, payment);
    try (Span.Present here = span.enter()) {
      Answer answer = call.get();
      switch (answer) {
        case Answer.Done a -> span.told("done");
        case Answer.Refused a -> span.told("refused");
        case Answer.Unknown a -> span.failed("unknown");
      }
      return answer;
    } catch (RuntimeException e) {
      span.failed(e.getClass().getSimpleName());
      throw e;
    } finally {
      span.end();
    }
  }

  private Span begin(String request, Optional<PaymentId> payment) {
    var builder =
        spans
            .here("payment " + request, SpanKind.CLIENT, Optional.empty())
            .setAttribute(Attribute.PROVIDER, name);
    payment.ifPresent(id -> builder.setAttribute(Attribute.PAYMENT_ID, id.value()));
    return new NotedSpan(builder.startSpan());
  }
}
