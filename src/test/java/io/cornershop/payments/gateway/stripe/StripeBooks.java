package io.cornershop.payments.gateway.stripe;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.cornershop.payments.gateway.Moved;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Stripe remembers between two requests, as far as its reference describes it: payment intents
 * with manual capture, refunds, and keys that are answered with the first answer. Thread-safe.
 */
final class StripeBooks implements ResponseDefinitionTransformerV2 {

  static final String NAME = "stripe-books";

  private record Reply(int status, String body) {}

  private final Map<String, FakeIntent> intents = new HashMap<>();
  private final Map<String, String> payments = new HashMap<>();
  private final Map<String, Reply> answered = new HashMap<>();
  private final Map<String, Integer> silent = new HashMap<>();
  private final int silences;
  private int refunds;

  /**
   * @param silences how often a request of the card {@code sandbox-timeout} gets no answer
   */
  StripeBooks(int silences) {
    this.silences = silences;
  }

  synchronized void clear() {
    intents.clear();
    payments.clear();
    answered.clear();
    silent.clear();
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  synchronized Optional<String> intentOf(String payment) {
    return Optional.ofNullable(payments.get(payment));
  }

  synchronized Moved moved(String reference) {
    return intents.get(reference).moved();
  }

  @Override
  public synchronized ResponseDefinition transform(ServeEvent event) {
    Request request = event.getRequest();
    Optional<String> key = Optional.ofNullable(request.getHeader("Idempotency-Key"));
    Reply reply =
        key.map(k -> answered.computeIfAbsent(k, first -> answer(request)))
            .orElseGet(() -> answer(request));
    return key.filter(k -> isSilent(request, k)).isPresent()
        ? new ResponseDefinitionBuilder().withFault(Fault.EMPTY_RESPONSE).build()
        : ResponseDefinitionBuilder.like(event.getResponseDefinition())
            .withStatus(reply.status())
            .withBody(reply.body())
            .build();
  }

  /** Acts, and hangs up instead of an answer. */
  private boolean isSilent(Request request, String key) {
    return cardOf(request).equals("sandbox-timeout")
        && silent.merge(key, 1, Integer::sum) <= silences;
  }

  /** The test card, whether or not it looks like an id of Stripe's. */
  private static String cardOf(Request request) {
    return field(request, "payment_method").replaceFirst("^pm_", "");
  }

  private static String field(Request request, String name) {
    FormParameter field = request.formParameter(name);
    return field.isPresent() ? field.firstValue() : "";
  }

  private Reply answer(Request request) {
    String[] steps = request.getUrl().split("/");
    if (request.getUrl().equals("/v1/refunds")) {
      return refund(request);
    }
    if (steps.length == 3) {
      return create(request);
    }
    FakeIntent intent = intents.get(steps[3]);
    if (intent == null) {
      return refused(404, "invalid_request_error", "resource_missing", "");
    }
    if (steps.length == 4) {
      return new Reply(200, intent.json());
    }
    boolean done = steps[4].equals("capture") ? intent.capture() : intent.cancel();
    return done
        ? new Reply(200, intent.json())
        : refused(400, "invalid_request_error", "payment_intent_unexpected_state", "");
  }

  private Reply create(Request request) {
    switch (cardOf(request)) {
      case "sandbox-decline":
        return refused(402, "card_error", "card_declined", "generic_decline");
      case "sandbox-insufficient-funds":
        return refused(402, "card_error", "card_declined", "insufficient_funds");
      default:
        long amount = Long.parseLong(field(request, "amount"));
        FakeIntent intent = new FakeIntent("pi_" + (intents.size() + 1), amount);
        intents.put(intent.id(), intent);
        payments.put(field(request, "metadata[payment_id]"), intent.id());
        return new Reply(200, intent.json());
    }
  }

  private Reply refund(Request request) {
    FakeIntent intent = intents.get(field(request, "payment_intent"));
    if (!intent.refund(Long.parseLong(field(request, "amount")))) {
      return refused(400, "invalid_request_error", "amount_too_large", "");
    }
    refunds++;
    return new Reply(
        200,
        "{\"id\": \"re_%d\", \"object\": \"refund\", \"status\": \"succeeded\"}"
            .formatted(refunds));
  }

  private static Reply refused(int status, String type, String code, String decline) {
    String declined = decline.isEmpty() ? "" : ", \"decline_code\": \"%s\"".formatted(decline);
    String body =
        "{\"error\": {\"type\": \"%s\", \"code\": \"%s\"%s, \"message\": \"Card 4242 says no\"}}";
    return new Reply(status, body.formatted(type, code, declined));
  }
}
